package org.jabiru.modules.signal;

import java.util.Arrays;
import org.jabiru.PythonContext;
import org.jabiru.object.Singleton;

/** The handlers of one interpreter, and the signals that have arrived. */
final class SignalState {
    static final int COUNT = 65;

    /** For each signal: 0 (SIG_DFL), 1 (SIG_IGN), a callable, or None when it is not ours. */
    final Object[] handlers = new Object[COUNT];

    /**
     * For each signal, whether it has arrived, and before them whether any has: the address of ints
     * that handlers in C set; 0 at first.
     */
    long arrived;

    /** What runs when a signal comes, apart from Python's handler. */
    record Interceptor(Runnable action, boolean chain) {}

    final Interceptor[] interceptors = new Interceptor[COUNT];

    /** How often any of them has run; changed and waited for under this object's lock. */
    long interceptions;

    /** {@code signal.set_wakeup_fd}. */
    int wakeupFd = -1;

    /** The signal that tells of scripts to run (PEP 768); 0 when there are to be none. */
    int remoteSignal;

    /** The thread that hears of signals, and the file descriptor that wakes it; null at first. */
    Thread listener;

    int notify;

    SignalState() {
        Arrays.fill(handlers, 0L);
        handlers[0] = Singleton.NONE;
    }

    static SignalState of(PythonContext context) {
        return context.state(SignalState.class, SignalState::new);
    }
}
