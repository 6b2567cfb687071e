package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** Code Objects. */
public final class CodeApi {
    /** The source of an empty code object has no more lines before its own. */
    private static final int MOST_LINES = 1 << 20;

    private CodeApi() {}

    private static Object of(Object code, String attribute) {
        if (code instanceof PyCode) {
            return Attributes.get(code, attribute);
        }
        throw Support.badInternalCall();
    }

    public static Object PyCode_GetCode(CapiContext context, Object code) {
        return of(code, "co_code");
    }

    public static Object PyCode_GetVarnames(CapiContext context, Object code) {
        return of(code, "co_varnames");
    }

    public static Object PyCode_GetCellvars(CapiContext context, Object code) {
        return of(code, "co_cellvars");
    }

    public static Object PyCode_GetFreevars(CapiContext context, Object code) {
        return of(code, "co_freevars");
    }

    /** The line of the last entry of {@code co_lines()} that begins at or before the offset. */
    public static int PyCode_Addr2Line(CapiContext context, Object code, int byteOffset) {
        if (byteOffset < 0) {
            return (int) (long) (Long) of(code, "co_firstlineno");
        }
        for (Object entry : Iteration.toArray(Call.method(code, "co_lines"))) {
            Object[] part = Iteration.toArray(entry);
            if (byteOffset >= Numbers.indexForItem(part[0])
                    && byteOffset < Numbers.indexForItem(part[1])) {
                return part[2] instanceof Long line ? (int) (long) line : -1;
            }
        }
        return -1;
    }

    /** What tracebacks need of a function that is not Python's. */
    public static Object PyCode_NewEmpty(
            CapiContext context, String filename, String function, int firstLine) {
        TruffleString name = Str.of(function);
        // As CPython's, it raises AssertionError.
        String line = firstLine > 0 && firstLine < MOST_LINES ? "\n".repeat(firstLine - 1) : "";
        return made(
                line + "assert 0",
                Str.of(filename),
                List.of("co_name", "co_qualname", "co_firstlineno"),
                name,
                name,
                (long) firstLine);
    }

    /** Code of a source, with some attributes. */
    private static Object made(
            String source, Object filename, List<String> attributes, Object... values) {
        Object code =
                Support.builtin("compile", Str.of(source), filename, Str.of("exec"), 0L, true, 0L);
        TruffleString[] keywords = attributes.stream().map(Str::name).toArray(TruffleString[]::new);
        return Call.call(Attributes.get(code, "replace"), values, keywords);
    }

    /**
     * What PyUnstable_Code_NewWithPosOnlyArgs makes: argument counts (all, positional-only,
     * keyword-only), flags, constants, names, variables, free and cell variables, file, name,
     * qualified name, first line.
     */
    static Object describing(Object[] fields) {
        List<String> attributes =
                List.of(
                        "co_argcount",
                        "co_posonlyargcount",
                        "co_kwonlyargcount",
                        "co_flags",
                        "co_consts",
                        "co_names",
                        "co_varnames",
                        "co_freevars",
                        "co_cellvars",
                        "co_filename",
                        "co_name",
                        "co_qualname",
                        "co_firstlineno",
                        "co_nlocals");
        Object[] values = Arrays.copyOf(fields, fields.length + 1);
        values[fields.length] = (long) ((PyTuple) fields[6]).items.length;
        return made("", fields[9], attributes, values);
    }

    public static Object PyGen_GetCode(CapiContext context, Object generator) {
        return Attributes.get(generator, "gi_code");
    }
}
