package org.jabiru.modules.signal;

import java.util.BitSet;
import org.jabiru.PythonContext;
import org.jabiru.object.Singleton;

/** The handlers of one interpreter, and the signals that have arrived. */
final class SignalState {
    static final int COUNT = 65;

    /** For each signal: 0 (SIG_DFL), 1 (SIG_IGN), a callable, or None when it is not ours. */
    final Object[] handlers = new Object[COUNT];

    final BitSet arrived = new BitSet();
    volatile int wakeupFd = -1;

    SignalState() {
        java.util.Arrays.fill(handlers, 0L);
        handlers[0] = Singleton.NONE;
    }

    static SignalState of(PythonContext context) {
        return context.state(SignalState.class, SignalState::new);
    }
}
