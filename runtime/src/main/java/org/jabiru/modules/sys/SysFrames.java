package org.jabiru.modules.sys;

import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;

/** Functions of the module {@code sys} that look at the call stack. */
@BuiltinModule("sys")
public final class SysFrames {
    private SysFrames() {}

    @Builtin(
            value = "_getframe(depth=0, /)",
            doc =
                    "Return a frame object from the call stack; depth 0 is the frame at the top.")
    static Object frame(int depth) {
        PyFrame frame = Frames.current(Math.max(depth, 0));
        if (frame == null) {
            throw Errors.valueError("call stack is not deep enough");
        }
        return frame;
    }

    @Builtin(
            value = "_getframemodulename(depth=0)",
            doc = "Return the name of the module for a calling frame, or None.")
    static Object frameModuleName(int depth) {
        PyFrame frame = Frames.current(Math.max(depth, 0));
        Object name = frame == null ? null : frame.function().module;
        return name == null ? Singleton.NONE : name;
    }
}
