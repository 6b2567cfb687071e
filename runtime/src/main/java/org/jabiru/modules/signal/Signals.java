package org.jabiru.modules.signal;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.ThreadLocalAction;
import org.jabiru.PythonContext;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.posix.FileDescriptor;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Signals that have arrived and whose Python handlers are still to be called. */
public final class Signals {
    private static final String[] NAMES = {
        null, "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
        "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU",
        "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS",
    };

    private Signals() {}

    /** Installs what happens to a signal of the process. */
    static void install(PythonContext context, int number, Object handler) {
        if (number >= NAMES.length) {
            throw OsErrors.of(OsErrors.EINVAL);
        }
        SignalHandler java =
                handler.equals(0L)
                        ? SignalHandler.SIG_DFL
                        : handler.equals(1L)
                                ? SignalHandler.SIG_IGN
                                : signal -> arrive(context, number);
        try {
            Signal.handle(new Signal(NAMES[number]), java);
        } catch (IllegalArgumentException e) {
            // KILL and STOP, and those that the JVM needs for itself.
            throw OsErrors.of(OsErrors.EINVAL);
        }
    }

    /**
     * Runs an action, on a thread that is not Python's, when a signal comes.
     *
     * @param chain whether what the signal did before is done afterwards
     * @return false when the JVM keeps the signal for itself
     */
    public static boolean intercept(
            PythonContext context, int number, Runnable action, boolean chain) {
        if (number >= NAMES.length) {
            return false;
        }
        SignalHandler[] before = {null};
        SignalHandler java =
                signal -> {
                    action.run();
                    if (chain && before[0] == SignalHandler.SIG_DFL) {
                        Signal.handle(signal, SignalHandler.SIG_DFL);
                        Signal.raise(signal);
                    } else if (chain) {
                        before[0].handle(signal);
                    }
                };
        try {
            before[0] = Signal.handle(new Signal(NAMES[number]), java);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return true;
    }

    /** Ends {@link #intercept}: Python's handler is in force again. */
    public static void reinstall(PythonContext context, int number) {
        install(context, number, SignalState.of(context).handlers[number]);
    }

    /** Makes SIGINT raise KeyboardInterrupt in the main thread. */
    public static void installDefaults(PythonContext context, Object defaultHandler) {
        SignalState.of(context).handlers[2] = defaultHandler;
        install(context, 2, defaultHandler);
    }

    /** Notes a signal, and lets the main thread handle it at its next safepoint. */
    private static void arrive(PythonContext context, int number) {
        SignalState state = SignalState.of(context);
        synchronized (state.arrived) {
            state.arrived.set(number);
        }
        if (state.wakeupFd >= 0) {
            FileDescriptor.write(state.wakeupFd, new byte[] {(byte) number}, 0, 1);
        }
        context.env()
                .submitThreadLocal(
                        new Thread[] {context.mainThread},
                        new ThreadLocalAction(true, false) {
                            @Override
                            protected void perform(Access access) {
                                boolean own = !context.gil.isHeld();
                                if (own) {
                                    context.gil.acquire();
                                }
                                try {
                                    handle(context);
                                } finally {
                                    if (own) {
                                        context.gil.release();
                                    }
                                }
                            }
                        });
    }

    private static void handle(PythonContext context) {
        SignalState state = SignalState.of(context);
        while (true) {
            int number;
            synchronized (state.arrived) {
                number = state.arrived.nextSetBit(0);
                if (number < 0) {
                    return;
                }
                state.arrived.clear(number);
            }
            Object handler = state.handlers[number];
            if (handler instanceof Long || handler == Singleton.NONE) {
                continue;
            }
            PyFrame frame = Frames.current(0);
            Call.call(handler, (long) number, frame == null ? Singleton.NONE : frame);
        }
    }

    /** Calls the handlers of signals that have arrived, in the main thread; nothing elsewhere. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void poll() {
        PythonContext context = PythonContext.get();
        if (Thread.currentThread() == context.mainThread) {
            handle(context);
        }
    }

    /** Makes a signal arrive, as far as Python is concerned. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void trip(int number) {
        if (number < 1 || number >= SignalState.COUNT) {
            throw org.jabiru.object.Errors.valueError("signal number out of range");
        }
        arrive(PythonContext.get(), number);
    }
}
