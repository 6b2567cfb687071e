package org.jabiru;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.atexit.AtexitModule;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.interpreters.Interpreters;
import org.jabiru.modules.io.StandardStreams;
import org.jabiru.modules.signal.Signals;
import org.jabiru.modules.sys.SysState;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Unraisable;

/** Ends an interpreter: threads, atexit, the standard streams. */
public final class Shutdown {
    private static final class State {
        boolean done;
        boolean flushFailed;
    }

    private Shutdown() {}

    /**
     * Ends the interpreter; does nothing the second time. False when stdout could not be flushed.
     */
    @TruffleBoundary
    public static boolean run(PythonContext context) {
        State state = context.state(State.class, State::new);
        if (state.done || context.sys == null) {
            return !state.flushFailed;
        }
        state.done = true;
        boolean own = !context.gil.isHeld();
        if (own) {
            context.gil.acquire();
        }
        try {
            waitForThreads(context);
            AtexitModule.run();
            if (context.hasSubinterpreters) {
                Interpreters.endAll(context);
            }
            SysState.get().finalizing = true;
            if (context.isMainInterpreter()
                    && context.env().getOptions().get(PythonOptions.CommandLine)) {
                context.gil.keepForLast();
            }
            ExtensionLoader extensions = ImpModule.loaderOrNull();
            if (extensions != null) {
                extensions.finalizing();
            }
            state.flushFailed = !flush(context, "stdout");
            LastFinalizers.run(context);
            flush(context, "stderr");
            StandardStreams.flushAll();
            Signals.stop(context);
            return !state.flushFailed;
        } finally {
            if (own) {
                context.gil.release();
            }
        }
    }

    private static void waitForThreads(PythonContext context) {
        Object threading = context.modules.get(Str.name("threading"));
        if (threading == null || threading == Singleton.NONE) {
            return;
        }
        try {
            Call.method(threading, "_shutdown");
        } catch (PyException e) {
            Unraisable.report(e, "Exception ignored on threading shutdown", threading);
        }
    }

    private static boolean flush(PythonContext context, String name) {
        Object stream = context.sys.dict.get(name);
        if (stream == null || stream == Singleton.NONE) {
            return true;
        }
        try {
            Object closed = Attributes.getOrNull(stream, "closed");
            if (closed != null && Truth.isTrue(closed)) {
                return true;
            }
            Call.method(stream, "flush");
            return true;
        } catch (PyException e) {
            if (name.equals("stdout")) {
                Unraisable.report(e, "Exception ignored while flushing sys.stdout", null);
            }
            return false;
        }
    }
}
