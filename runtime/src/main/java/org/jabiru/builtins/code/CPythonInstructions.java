package org.jabiru.builtins.code;

import java.util.HashMap;
import java.util.Map;

/**
 * CPython 3.14's instructions as far as {@link CodeListing} writes them (module dis, Python
 * Bytecode Instructions): their numbers, and how many units of two bytes follow them that CPython
 * uses as a cache.
 */
final class CPythonInstructions {
    private static final String NUMBERS =
            """
            BINARY_OP 44 5
            BUILD_INTERPOLATION 45 0
            BUILD_LIST 46 0
            BUILD_MAP 47 0
            BUILD_SET 48 0
            BUILD_SLICE 49 0
            BUILD_STRING 50 0
            BUILD_TEMPLATE 2 0
            BUILD_TUPLE 51 0
            CALL 52 3
            CALL_FUNCTION_EX 4 0
            CALL_INTRINSIC_1 53 0
            CALL_KW 55 3
            CHECK_EG_MATCH 5 0
            CHECK_EXC_MATCH 6 0
            COMPARE_OP 56 1
            CONTAINS_OP 57 1
            CONVERT_VALUE 58 0
            DELETE_ATTR 61 0
            DELETE_DEREF 62 0
            DELETE_GLOBAL 64 0
            DELETE_NAME 65 0
            DELETE_SUBSCR 8 0
            DICT_MERGE 66 0
            DICT_UPDATE 67 0
            EXTENDED_ARG 69 0
            FOR_ITER 70 1
            FORMAT_SIMPLE 12 0
            FORMAT_WITH_SPEC 13 0
            GET_AITER 14 0
            GET_ANEXT 15 0
            GET_AWAITABLE 71 0
            GET_ITER 16 0
            GET_LEN 18 0
            GET_YIELD_FROM_ITER 19 0
            IMPORT_FROM 72 0
            IMPORT_NAME 73 0
            IS_OP 74 0
            JUMP_BACKWARD 75 1
            JUMP_BACKWARD_NO_INTERRUPT 76 0
            JUMP_FORWARD 77 0
            LIST_APPEND 78 0
            LIST_EXTEND 79 0
            LOAD_ATTR 80 9
            LOAD_BUILD_CLASS 21 0
            LOAD_COMMON_CONSTANT 81 0
            LOAD_CONST 82 0
            LOAD_DEREF 83 0
            LOAD_FAST 84 0
            LOAD_FROM_DICT_OR_DEREF 90 0
            LOAD_FROM_DICT_OR_GLOBALS 91 0
            LOAD_GLOBAL 92 4
            LOAD_LOCALS 22 0
            LOAD_NAME 93 0
            LOAD_SMALL_INT 94 0
            LOAD_SPECIAL 95 0
            LOAD_SUPER_ATTR 96 1
            MAKE_FUNCTION 23 0
            MAP_ADD 98 0
            MATCH_CLASS 99 0
            MATCH_KEYS 24 0
            MATCH_MAPPING 25 0
            MATCH_SEQUENCE 26 0
            NOP 27 0
            POP_JUMP_IF_FALSE 100 1
            POP_JUMP_IF_TRUE 103 1
            RAISE_VARARGS 104 0
            RERAISE 105 0
            RESUME 128 0
            RETURN_VALUE 35 0
            SEND 106 1
            SET_ADD 107 0
            SET_UPDATE 109 0
            SETUP_ANNOTATIONS 36 0
            STORE_ATTR 110 4
            STORE_DEREF 111 0
            STORE_FAST 112 0
            STORE_GLOBAL 115 0
            STORE_NAME 116 0
            STORE_SUBSCR 38 1
            TO_BOOL 39 3
            UNARY_INVERT 40 0
            UNARY_NEGATIVE 41 0
            UNARY_NOT 42 0
            UNPACK_EX 118 0
            UNPACK_SEQUENCE 119 1
            WITH_EXCEPT_START 43 0
            YIELD_VALUE 120 0
            """;

    /** For each of our operations: CPython's instruction, and its argument. */
    private static final String TRANSLATIONS =
            """
            Add BINARY_OP 0
            And BINARY_OP 1
            FloorDiv BINARY_OP 2
            LShift BINARY_OP 3
            MatMul BINARY_OP 4
            Mul BINARY_OP 5
            Mod BINARY_OP 6
            Or BINARY_OP 7
            Pow BINARY_OP 8
            RShift BINARY_OP 9
            Sub BINARY_OP 10
            TrueDiv BINARY_OP 11
            Xor BINARY_OP 12
            LoadSubscript BINARY_OP 26
            Lt COMPARE_OP 0
            Le COMPARE_OP 32
            Eq COMPARE_OP 64
            Ne COMPARE_OP 96
            Gt COMPARE_OP 128
            Ge COMPARE_OP 160
            Is IS_OP 0
            IsNot IS_OP 1
            Contains CONTAINS_OP 0
            NotContains CONTAINS_OP 1
            Neg UNARY_NEGATIVE 0
            Pos CALL_INTRINSIC_1 5
            Invert UNARY_INVERT 0
            Not UNARY_NOT 0
            ToBoolean TO_BOOL 0
            LoadGlobal LOAD_GLOBAL name
            StoreGlobal STORE_GLOBAL name
            DeleteGlobal DELETE_GLOBAL name
            LoadName LOAD_NAME name
            StoreName STORE_NAME name
            DeleteName DELETE_NAME name
            LoadNamespace LOAD_LOCALS 0
            LoadFromNamespaceOrCell LOAD_FROM_DICT_OR_DEREF variable
            LoadFromNamespaceOrGlobals LOAD_FROM_DICT_OR_GLOBALS name
            SetupAnnotations SETUP_ANNOTATIONS 0
            LoadAttribute LOAD_ATTR name
            StoreAttribute STORE_ATTR name
            DeleteAttribute DELETE_ATTR name
            LoadMethod LOAD_ATTR method
            LoadSuperAttribute LOAD_SUPER_ATTR name
            Call CALL count
            CallMethod CALL count
            CallKeywords CALL_KW count
            CallMethodKeywords CALL_KW count
            CallUnpack CALL_FUNCTION_EX 0
            MergeKeywords DICT_MERGE 1
            ExtendArguments LIST_EXTEND 1
            StoreSubscript STORE_SUBSCR 0
            DeleteSubscript DELETE_SUBSCR 0
            BuildSlice BUILD_SLICE 3
            BuildList BUILD_LIST count
            BuildTuple BUILD_TUPLE count
            BuildSet BUILD_SET count
            BuildDict BUILD_MAP half
            ListToTuple CALL_INTRINSIC_1 6
            ListAppend LIST_APPEND 1
            ListExtend LIST_EXTEND 1
            SetAdd SET_ADD 1
            SetUpdate SET_UPDATE 1
            DictAdd MAP_ADD 1
            DictUpdate DICT_UPDATE 1
            GetIter GET_ITER 0
            UnpackSequence UNPACK_SEQUENCE locals
            UnpackEx UNPACK_EX star
            ConvertValue CONVERT_VALUE 2
            FormatSimple FORMAT_SIMPLE 0
            FormatWithSpec FORMAT_WITH_SPEC 0
            BuildString BUILD_STRING count
            BuildInterpolation BUILD_INTERPOLATION 0
            BuildTemplate BUILD_TEMPLATE 0
            MatchException CHECK_EXC_MATCH 0
            Raise RAISE_VARARGS 1
            RaiseFrom RAISE_VARARGS 2
            Reraise RAISE_VARARGS 0
            Rethrow RERAISE 0
            throw RERAISE 0
            CheckGroupMatch CHECK_EG_MATCH 0
            LoadAssertionError LOAD_COMMON_CONSTANT 0
            LoadContextMethod LOAD_SPECIAL 0
            CallExit WITH_EXCEPT_START 0
            GetYieldFromIter GET_YIELD_FROM_ITER 0
            GetAwaitable GET_AWAITABLE 0
            SendStep SEND 0
            GetAIter GET_AITER 0
            GetANext GET_ANEXT 0
            MakeFunction MAKE_FUNCTION 0
            LoadBuildClass LOAD_BUILD_CLASS 0
            PrintExpression CALL_INTRINSIC_1 1
            ImportName IMPORT_NAME name
            ImportFrom IMPORT_FROM name
            ImportStar CALL_INTRINSIC_1 2
            MatchSequence MATCH_SEQUENCE 0
            MatchMapping MATCH_MAPPING 0
            MatchKeys MATCH_KEYS 0
            MatchClass MATCH_CLASS positional
            GetLength GET_LEN 0
            LoadCell LOAD_DEREF variable
            LoadFree LOAD_DEREF variable
            DeleteCell DELETE_DEREF variable
            DeleteFree DELETE_DEREF variable
            return RETURN_VALUE 0
            yield YIELD_VALUE 0
            branch JUMP_FORWARD target
            branch.backward JUMP_BACKWARD target
            branch.false POP_JUMP_IF_FALSE target
            sc.BoolAnd POP_JUMP_IF_FALSE target
            sc.BoolOr POP_JUMP_IF_TRUE target
            """;

    /** What one of our operations is shown as. */
    record Translation(String name, String argument) {}

    private record Instruction(int number, int caches) {}

    private static final Map<String, Instruction> INSTRUCTIONS = new HashMap<>();
    private static final Map<String, Translation> OPERATIONS = new HashMap<>();

    static {
        NUMBERS.lines()
                .map(line -> line.split(" "))
                .forEach(p ->
                        INSTRUCTIONS.put(
                                p[0],
                                new Instruction(Integer.parseInt(p[1]), Integer.parseInt(p[2]))));
        TRANSLATIONS
                .lines()
                .map(line -> line.split(" "))
                .forEach(p -> OPERATIONS.put(p[0], new Translation(p[1], p[2])));
    }

    private CPythonInstructions() {}

    /** The number of an instruction. */
    static int number(String name) {
        return INSTRUCTIONS.get(name).number;
    }

    /** How many units follow an instruction that {@code dis} passes over. */
    static int caches(String name) {
        return INSTRUCTIONS.get(name).caches;
    }

    /** What one of our operations is shown as, or null. */
    static Translation translationOrNull(String operation) {
        return OPERATIONS.get(operation);
    }
}
