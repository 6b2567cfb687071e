package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** The Very High Level Layer. */
public final class VeryhighApi {
    private static final int SINGLE = 256;
    private static final int FILE = 257;
    private static final int EVAL = 258;

    private VeryhighApi() {}

    public static Object Py_CompileString(
            CapiContext context, String source, String filename, int start) {
        String mode =
                switch (start) {
                    case SINGLE -> "single";
                    case FILE -> "exec";
                    case EVAL -> "eval";
                    default -> throw Errors.systemError("bad start symbol %d", start);
                };
        return Support.builtin("compile", Str.of(source), Str.of(filename), Str.of(mode));
    }

    public static Object PyEval_EvalCode(
            CapiContext context, Object code, Object globals, Object locals) {
        return locals == null
                ? Support.builtin("eval", code, globals)
                : Support.builtin("eval", code, globals, locals);
    }
}
