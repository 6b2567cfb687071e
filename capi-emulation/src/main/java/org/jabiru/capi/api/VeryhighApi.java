package org.jabiru.capi.api;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/** The Very High Level Layer. */
public final class VeryhighApi {
    private static final int SINGLE = 256;
    private static final int FILE = 257;
    private static final int EVAL = 258;

    /** The flags that compile() takes too: those of __future__ and PyCF_ONLY_AST and its like. */
    private static final int COMPILE_FLAGS = 0x1fe_f400;

    private VeryhighApi() {}

    public static Object Py_CompileString(
            CapiContext context, String source, String filename, int start) {
        return Support.builtin("compile", Str.of(source), Str.of(filename), Str.of(mode(start)));
    }

    public static Object PyEval_EvalCode(
            CapiContext context, Object code, Object globals, Object locals) {
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
            CapiContext context,
            String source,
            String filename,
            int start,
            long flags,
            int optimize) {
        long wanted = flags == 0 ? 0 : Memory.getInt(flags) & COMPILE_FLAGS;
        return Support.builtin(
                "compile",
                Str.of(source),
                Str.of(filename),
                Str.of(mode(start)),
                wanted,
                true,
                (long) optimize);
    }

    public static Object PyRun_StringFlags(
            CapiContext context,
            String source,
            int start,
            Object globals,
            Object locals,
            long flags) {
        if (!(globals instanceof PyDict)) {
            throw Errors.systemError("globals must be a real dict; try eval() or exec()");
        }
        Object code = Py_CompileStringExFlags(context, source, "<string>", start, flags, -1);
        return PyEval_EvalCode(context, code, globals, locals);
    }

    /** Runs a program in {@code __main__} and prints what it raises. */
    public static int PyRun_SimpleStringFlags(CapiContext context, String source, long flags) {
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
}
