package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.frame.FrameVariables;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.object.Errors;

/** The Python code that called a builtin. */
public final class CallerFrame {
    private CallerFrame() {}

    /** {@code globals()} of the nearest Python frame, or null when there is none. */
    @TruffleBoundary
    public static PyDict globalsOrNull() {
        PyFunction f = functionOrNull();
        return f == null ? null : f.globals;
    }

    /** {@code locals()} of the nearest Python frame; SystemError when there is none. */
    @TruffleBoundary
    public static Object locals() {
        PyFrame frame = Frames.current(0);
        if (frame == null) {
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
