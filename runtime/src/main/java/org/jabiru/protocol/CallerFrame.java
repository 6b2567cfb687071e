package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.frame.FrameVariables;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Errors;

/** The Python code that called a builtin. */
public final class CallerFrame {
    private CallerFrame() {}

    /** {@code globals()} of the nearest Python frame, or null when there is none. */
    @TruffleBoundary
    public static PyDict globalsOrNull() {
        PyFunction f = functionOrNull();
        return f == null ? globalsOfMainOrNull() : f.globals;
    }

    /** Those of code that another interpreter calls in this one. */
    private static PyDict globalsOfMainOrNull() {
        PythonContext context = PythonContext.get();
        return !context.isMainInterpreter()
                        && context.modules.get("__main__") instanceof PyModule main
                ? main.dict
                : null;
    }

    /** {@code locals()} of the nearest Python frame; SystemError when there is none. */
    @TruffleBoundary
    public static Object locals() {
        PyFrame frame = Frames.current(0);
        if (frame == null) {
            PyDict globals = globalsOfMainOrNull();
            if (globals != null) {
                return globals;
            }
            throw Errors.systemError("frame does not exist");
        }
        return FrameVariables.snapshot(frame);
    }

    /** The function whose frame is the nearest, or null when no Python code runs. */
    @TruffleBoundary
    public static PyFunction functionOrNull() {
        return Frames.currentFunction();
    }
}
