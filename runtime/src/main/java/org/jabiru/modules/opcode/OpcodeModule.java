package org.jabiru.modules.opcode;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/**
 * The module {@code _opcode}: facts about CPython 3.14's instructions, which Lib/opcode.py asks for
 * when it is imported. Jabiru itself does not run them.
 */
@BuiltinModule("_opcode")
public final class OpcodeModule {
    private static final String BINARY =
            "NB_ADD + NB_AND & NB_FLOOR_DIVIDE // NB_LSHIFT << NB_MATRIX_MULTIPLY @ NB_MULTIPLY *"
                    + " NB_REMAINDER % NB_OR | NB_POWER ** NB_RSHIFT >> NB_SUBTRACT -"
                    + " NB_TRUE_DIVIDE / NB_XOR ^";

    private OpcodeModule() {}

    /** Adds the constants. */
    public static void initialize(PyModule module) {
        module.dict.put("ENABLE_SPECIALIZATION", 0L);
        module.dict.put("ENABLE_SPECIALIZATION_FT", 0L);
    }

    /** Whether a number is in a list of numbers and ranges. */
    private static boolean contains(String ranges, int number) {
        for (String range : ranges.split(" ")) {
            int dash = range.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
            if (from <= number && number <= to) {
                return true;
            }
        }
        return false;
    }

    private static PyList names(String... names) {
        List<Object> out = new ArrayList<>();
        for (String n : names) {
            out.add(Str.of(n));
        }
        return new PyList(out);
    }

    @Builtin(value = "is_valid(opcode)", doc = "Whether there is such an instruction.")
    static boolean isValid(int opcode) {
        return contains("0-120 128-211 234-266", opcode);
    }

    @Builtin(value = "has_arg(opcode)", doc = "Whether the instruction uses its argument.")
    static boolean hasArg(int opcode) {
        return contains(
                "44-120 128 143-153 155-195 197 200 209-211 237 239 241-245 247-251 253"
                        + " 255 257-261 263-266",
                opcode);
    }

    @Builtin(value = "has_const(opcode)", doc = "Whether the argument is a constant.")
    static boolean hasConst(int opcode) {
        return contains("82 190-191", opcode);
    }

    @Builtin(value = "has_name(opcode)", doc = "Whether the argument is a name.")
    static boolean hasName(int opcode) {
        return contains("61 64-65 72-73 80 91-93 96 110 115-116 179 189 194-195 200 249", opcode);
    }

    @Builtin(value = "has_jump(opcode)", doc = "Whether the instruction jumps.")
    static boolean hasJump(int opcode) {
        return contains("68 70 75-77 100-103 106 172-176 237 248 257-260", opcode);
    }

    @Builtin(value = "has_free(opcode)", doc = "Whether the argument is a free variable.")
    static boolean hasFree(int opcode) {
        return contains("62 90 97 111", opcode);
    }

    @Builtin(value = "has_local(opcode)", doc = "Whether the argument is a local variable.")
    static boolean hasLocal(int opcode) {
        return contains("3 63 83-89 112-114 261 266", opcode);
    }

    @Builtin(value = "has_exc(opcode)", doc = "Whether the instruction sets up a handler.")
    static boolean hasExc(int opcode) {
        return contains("263-265", opcode);
    }

    @Builtin(value = "get_nb_ops()", doc = "Names and symbols of the binary operators.")
    static Object binaryOperators() {
        String[] words = BINARY.split(" ");
        PyList out = new PyList();
        for (int i = 0; i < words.length; i += 2) {
            out.append(new PyTuple(Str.of(words[i]), Str.of(words[i + 1])));
        }
        for (int i = 0; i < words.length; i += 2) {
            String name = words[i].replace("NB_", "NB_INPLACE_");
            out.append(new PyTuple(Str.of(name), Str.of(words[i + 1] + "=")));
        }
        out.append(new PyTuple(Str.of("NB_SUBSCR"), Str.of("[]")));
        return out;
    }

    @Builtin(value = "get_intrinsic1_descs()", doc = "Names of intrinsics with one argument.")
    static Object intrinsics1() {
        return names(
                "INTRINSIC_1_INVALID",
                "INTRINSIC_PRINT",
                "INTRINSIC_IMPORT_STAR",
                "INTRINSIC_STOPITERATION_ERROR",
                "INTRINSIC_ASYNC_GEN_WRAP",
                "INTRINSIC_UNARY_POSITIVE",
                "INTRINSIC_LIST_TO_TUPLE",
                "INTRINSIC_TYPEVAR",
                "INTRINSIC_PARAMSPEC",
                "INTRINSIC_TYPEVARTUPLE",
                "INTRINSIC_SUBSCRIPT_GENERIC",
                "INTRINSIC_TYPEALIAS");
    }

    @Builtin(value = "get_intrinsic2_descs()", doc = "Names of intrinsics with two arguments.")
    static Object intrinsics2() {
        return names(
                "INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR",
                "INTRINSIC_TYPEVAR_WITH_BOUND", "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
                "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", "INTRINSIC_SET_TYPEPARAM_DEFAULT");
    }

    @Builtin(value = "get_special_method_names()", doc = "Names that LOAD_SPECIAL can load.")
    static Object specialMethods() {
        return names("__enter__", "__exit__", "__aenter__", "__aexit__");
    }

    @Builtin(value = "get_specialization_stats()", doc = "None: nothing is counted.")
    static Object specializationStats() {
        return Singleton.NONE;
    }

    @Builtin("get_executor(code, offset)")
    static Object executor(Object code, Object offset) {
        throw Errors.runtimeError("Executors are not available in this build");
    }

    @Builtin("stack_effect(opcode, oparg=None, /, *, jump=None)")
    static Object stackEffect(Object opcode, Object argument, Object jump) {
        throw Errors.notImplemented("_opcode.stack_effect");
    }
}
