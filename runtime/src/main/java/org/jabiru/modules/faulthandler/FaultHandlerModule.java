package org.jabiru.modules.faulthandler;

import org.jabiru.PythonContext;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/**
 * The functions of {@code faulthandler}. The JVM itself reports fatal signals, with its own dump.
 */
@BuiltinModule("faulthandler")
public final class FaultHandlerModule {
    private static final class State {
        boolean enabled;
    }

    private FaultHandlerModule() {}

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    @Builtin("enable(file=<unrepresentable>, all_threads=True, c_stack=True)")
    static void enable(Object file, boolean allThreads, boolean cStack) {
        state().enabled = true;
    }

    @Builtin("disable()")
    static boolean disable() {
        boolean was = state().enabled;
        state().enabled = false;
        return was;
    }

    @Builtin("is_enabled()")
    static boolean isEnabled() {
        return state().enabled;
    }

    @Builtin("dump_traceback(file=<unrepresentable>, all_threads=True)")
    static void dumpTraceback(Object file, boolean allThreads) {
        StringBuilder out = new StringBuilder();
        out.append("Stack (most recent call first):\n");
        for (int depth = 0; ; depth++) {
            PyFrame frame = Frames.current(depth);
            if (frame == null) {
                break;
            }
            Object code = Attributes.get(frame, "f_code");
            out.append("  File \"").append(text(Attributes.get(code, "co_filename")));
            out.append("\", line ").append(text(Attributes.get(frame, "f_lineno")));
            out.append(" in ").append(text(Attributes.get(code, "co_name"))).append('\n');
        }
        if (file == null || file == Singleton.NONE) {
            SysHooks.writeError(out.toString());
        } else if (org.jabiru.protocol.Numbers.isIndex(file)) {
            byte[] bytes = org.jabiru.libc.FsEncoding.encode(Str.of(out.toString()));
            org.jabiru.modules.posix.FileDescriptor.write(
                    org.jabiru.object.Args.toInt(file), bytes, 0, bytes.length);
        } else {
            Call.method(file, "write", Str.of(out.toString()));
        }
    }

    private static String text(Object o) {
        return Str.java(Repr.str(o));
    }

    @Builtin("dump_traceback_later(timeout, repeat=False, file=<unrepresentable>, exit=False)")
    static void dumpTracebackLater(double timeout, boolean repeat, Object file, boolean exit) {
        throw Errors.notImplemented("faulthandler.dump_traceback_later is not supported");
    }

    @Builtin("cancel_dump_traceback_later()")
    static void cancelDumpTracebackLater() {}

    @Builtin("register(signum, file=<unrepresentable>, all_threads=True, chain=False)")
    static void register(int signal, Object file, boolean allThreads, boolean chain) {
        throw OsErrors.of(OsErrors.ENOSYS);
    }

    @Builtin("unregister(signum, /)")
    static boolean unregister(int signal) {
        return false;
    }
}
