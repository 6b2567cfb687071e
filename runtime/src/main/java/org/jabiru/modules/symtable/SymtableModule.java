package org.jabiru.modules.symtable;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.compiler.Compile;
import org.jabiru.compiler.SymbolTable;
import org.jabiru.modules.builtins.SourceArgument;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.parser.ParseMode;

/** The module {@code _symtable}. */
@BuiltinModule("_symtable")
public final class SymtableModule {
    private SymtableModule() {}

    /** Adds the constants. */
    public static void initialize(PyModule module) {
        constant(module, "DEF_GLOBAL", SymbolTable.GLOBAL);
        constant(module, "DEF_LOCAL", SymbolTable.LOCAL);
        constant(module, "DEF_PARAM", SymbolTable.PARAMETER);
        constant(module, "DEF_NONLOCAL", SymbolTable.NONLOCAL);
        constant(module, "USE", SymbolTable.USE);
        constant(module, "DEF_FREE_CLASS", SymbolTable.FREE_CLASS);
        constant(module, "DEF_IMPORT", SymbolTable.IMPORT);
        constant(module, "DEF_ANNOT", SymbolTable.ANNOTATED);
        constant(module, "DEF_COMP_ITER", SymbolTable.ITERATION_VARIABLE);
        constant(module, "DEF_TYPE_PARAM", SymbolTable.TYPE_PARAMETER);
        constant(module, "DEF_COMP_CELL", SymbolTable.COMPREHENSION_CELL);
        constant(
                module,
                "DEF_BOUND",
                SymbolTable.LOCAL
                        | SymbolTable.PARAMETER
                        | SymbolTable.IMPORT
                        | SymbolTable.TYPE_PARAMETER);
        constant(module, "SCOPE_OFF", SymbolTable.SCOPE_OFFSET);
        constant(module, "SCOPE_MASK", SymbolTable.SCOPE_MASK);
        constant(module, "LOCAL", SymbolTable.SCOPE_LOCAL);
        constant(module, "GLOBAL_EXPLICIT", SymbolTable.SCOPE_GLOBAL_EXPLICIT);
        constant(module, "GLOBAL_IMPLICIT", SymbolTable.SCOPE_GLOBAL_IMPLICIT);
        constant(module, "FREE", SymbolTable.SCOPE_FREE);
        constant(module, "CELL", SymbolTable.SCOPE_CELL);
        for (SymbolTable.Type type : SymbolTable.Type.values()) {
            constant(module, "TYPE_" + type, type.ordinal());
        }
    }

    private static void constant(PyModule module, String name, int value) {
        module.dict.put(name, (long) value);
    }

    @Builtin(
            value = "symtable(source, filename, startstr, /)",
            doc = "The table of the scopes of source text, the module's own first.")
    static Object symtable(Object source, Object fileName, TruffleString startText) {
        String file = Str.java(SourceArgument.fileName(fileName));
        ParseMode mode =
                switch (Str.java(startText)) {
                    case "exec" -> ParseMode.EXEC;
                    case "eval" -> ParseMode.EVAL;
                    case "single" -> ParseMode.SINGLE;
                    default ->
                            throw Errors.valueError(
                                    "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
                };
        return new PySymbolTable(
                Compile.symbols(SourceArgument.read(source, file, "symtable"), file, mode, 0));
    }
}
