package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
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
        Object found =
                Truffle.getRuntime()
                        .iterateFrames(
                                frame -> {
                                    Object[] args =
                                            frame.getFrame(FrameInstance.FrameAccess.READ_ONLY)
                                                    .getArguments();
                                    return args.length > 0 && args[0] instanceof PyFunction
                                            ? args
                                            : null;
                                });
        if (found == null) {
            throw Errors.systemError("frame does not exist");
        }
        Object[] args = (Object[]) found;
        if (((PyFunction) args[0]).code.has(PyCode.CO_OPTIMIZED)) {
            throw Errors.notImplemented("locals() of a function");
        }
        return args[1];
    }

    /** The function whose frame is the nearest, or null when no Python code runs. */
    @TruffleBoundary
    public static PyFunction functionOrNull() {
        return Truffle.getRuntime()
                .iterateFrames(
                        frame -> {
                            Object[] args =
                                    frame.getFrame(FrameInstance.FrameAccess.READ_ONLY)
                                            .getArguments();
                            return args.length > 0 && args[0] instanceof PyFunction f ? f : null;
                        });
    }
}
