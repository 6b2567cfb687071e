package org.jabiru.modules.sys;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.frame.ThreadSurvey;
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
        SysHooks.audit("sys._getframemodulename", (long) depth);
        PyFrame frame = Frames.current(Math.max(depth, 0));
        if (frame == null) {
            return Singleton.NONE;
        }
        Object globals = Attributes.get(frame, "f_globals");
        Object name = globals instanceof PyDict d ? d.get(Str.name("__name__")) : null;
        return name == null ? Singleton.NONE : name;
    }

    @Builtin("_current_frames()")
    static Object currentFrames() {
        SysHooks.audit("sys._current_frames");
        PyDict out = new PyDict();
        ThreadSurvey.ask(PythonContext.get(), Frames::withCallers)
                .forEach((thread, frame) -> out.put(thread.threadId(), frame));
        return out;
    }

    @Builtin("_current_exceptions()")
    static Object currentExceptions() {
        SysHooks.audit("sys._current_exceptions");
        PyDict out = new PyDict();
        ThreadSurvey.<Object>ask(PythonContext.get(), SysFrames::handledException)
                .forEach((thread, e) -> out.put(thread.threadId(), e));
        return out;
    }

    private static Object handledException() {
        // So that the stack of the traceback's frames is known elsewhere.
        Frames.withCallers();
        Object e = PythonContext.get().threadState().handledException();
        return e == null ? Singleton.NONE : e;
    }
}
