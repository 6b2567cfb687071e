package org.jabiru.modules.sys;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** The functions of {@code sys} that look at the call stack. */
@BuiltinModule("sys")
public final class SysFrames {
    private SysFrames() {}

    @Builtin("_getframe(depth=0, /)")
    static Object getFrame(int depth) {
        PyFrame frame = Frames.current(Math.max(depth, 0));
        if (frame == null) {
            throw Errors.valueError("call stack is not deep enough");
        }
        SysHooks.audit("sys._getframe", frame);
        return frame;
    }

    @Builtin("_getframemodulename(depth=0)")
    static Object getFrameModuleName(int depth) {
        PyFrame frame = Frames.current(Math.max(depth, 0));
        if (frame == null) {
            return Singleton.NONE;
        }
        Object globals = Attributes.get(frame, "f_globals");
        Object name = globals instanceof PyDict d ? d.get(Str.name("__name__")) : null;
        return name == null ? Singleton.NONE : name;
    }

    /**
     * CPython: the frames of all threads; here: of the calling thread, the others cannot be seen.
     */
    @Builtin("_current_frames()")
    static Object currentFrames() {
        PyDict out = new PyDict();
        PyFrame frame = Frames.current(0);
        if (frame != null) {
            out.put(PythonContext.get().threadState().thread.threadId(), frame);
        }
        return out;
    }
}
