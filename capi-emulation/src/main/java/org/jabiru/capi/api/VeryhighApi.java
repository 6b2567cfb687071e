package org.jabiru.capi.api;

import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** The Very High Level Layer. */
public final class VeryhighApi {
    private static final int SINGLE = 256;
    private static final int FILE = 257;
    private static final int EVAL = 258;

    /** CO_OPTIMIZED: code of a function, whose locals are not a dict. */
    private static final int OPTIMIZED = 1;

    /** The flags that compile() takes too: those of __future__ and PyCF_ONLY_AST and its like. */
    private static final int COMPILE_FLAGS = 0x1fe_f400;

    private VeryhighApi() {}

    public static Object Py_CompileString(
            CapiContext context, long source, long filename, int start) {
        return Py_CompileStringExFlags(context, source, filename, start, 0, -1);
    }

    public static Object PyEval_EvalCode(
            CapiContext context, Object code, Object globals, Object locals) {
        if (!(globals instanceof PyDict)) {
            throw Support.badInternalCall();
        }
        return locals == null
                ? Support.builtin("eval", code, globals)
                : Support.builtin("eval", code, globals, locals);
    }

    private static String mode(int start) {
        return switch (start) {
            case SINGLE -> "single";
            case FILE -> "exec";
            case EVAL -> "eval";
            default -> throw Errors.systemError("bad start symbol %d", start);
        };
    }

    /** {@code flags} points to a PyCompilerFlags, whose first field says what to compile with. */
    public static Object Py_CompileStringExFlags(
            CapiContext context, long source, long filename, int start, long flags, int optimize) {
        Object file = UnicodeApi.PyUnicode_DecodeFSDefault(context, filename);
        return compile(bytes(source), file, start, flags, optimize);
    }

    private static PyBytes bytes(long text) {
        return Support.bytes(text, Memory.stringLength(text));
    }

    private static Object compile(
            PyBytes source, Object filename, int start, long flags, int optimize) {
        long wanted = flags == 0 ? 0 : Memory.getInt(flags) & COMPILE_FLAGS;
        return Support.builtin(
                "compile", source, filename, Str.of(mode(start)), wanted, true, (long) optimize);
    }

    public static Object PyRun_StringFlags(
            CapiContext context,
            long source,
            int start,
            Object globals,
            Object locals,
            long flags) {
        if (!(globals instanceof PyDict)) {
            throw Errors.systemError("globals must be a real dict; try eval() or exec()");
        }
        Object code = compile(bytes(source), Str.of("<string>"), start, flags, -1);
        return PyEval_EvalCode(context, code, globals, locals);
    }

    /** Runs a program in {@code __main__} and prints what it raises. */
    public static int PyRun_SimpleStringFlags(CapiContext context, long source, long flags) {
        PyModule main = (PyModule) ImportApi.PyImport_AddModule(context, "__main__");
        try {
            PyRun_StringFlags(context, source, FILE, main.dict, main.dict, flags);
            return 0;
        } catch (PyException e) {
            context.raise(e);
            ExceptionsApi.PyErr_PrintEx(context, 1);
            return -1;
        }
    }

    private static Object[] objects(CapiContext context, long array, int count) {
        Object[] out = new Object[count];
        for (int i = 0; i < count; i++) {
            out[i] = context.object(Memory.getLong(array + 8L * i));
        }
        return out;
    }

    /** Calls a function made of the code; code of a module or class body runs in the locals. */
    public static Object PyEval_EvalCodeEx(
            CapiContext context,
            Object code,
            Object globals,
            Object locals,
            long args,
            int argc,
            long keywords,
            int keywordCount,
            long defaults,
            int defaultCount,
            Object keywordDefaults,
            Object closure) {
        if (!(globals instanceof PyDict)) {
            throw Errors.systemError("PyEval_EvalCodeEx: globals must be a dict");
        }
        if (keywordDefaults != null && !(keywordDefaults instanceof PyDict)) {
            throw Support.badInternalCall();
        }
        long flags = (Long) Attributes.get(code, "co_flags");
        if ((flags & OPTIMIZED) == 0 && argc == 0 && keywordCount == 0) {
            return PyEval_EvalCode(context, code, globals, locals);
        }
        Object function =
                Call.call(
                        Modules.attribute("types", "FunctionType"),
                        code,
                        globals,
                        Attributes.get(code, "co_name"),
                        PyTuple.of(objects(context, defaults, defaultCount)),
                        Support.orNone(closure),
                        Support.orNone(keywordDefaults));
        PyDict named = new PyDict();
        Object[] pairs = objects(context, keywords, 2 * keywordCount);
        for (int i = 0; i < keywordCount; i++) {
            named.put(pairs[2 * i], pairs[2 * i + 1]);
        }
        return CallWithDict.call(function, objects(context, args, argc), named);
    }
}
