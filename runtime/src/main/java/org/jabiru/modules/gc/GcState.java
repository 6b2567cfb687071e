package org.jabiru.modules.gc;

import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;

/** What {@code gc} keeps for an interpreter. */
final class GcState {
    boolean enabled = true;

    /** The thread that has a collection under way; null when none has. */
    volatile Thread collector;

    long debugFlags;
    long[] thresholds = {2000, 10, 0};
    long collections;

    /** When the last collection ended, and how long it took, in nanoseconds. */
    long lastEnd = Long.MIN_VALUE;

    long lastDuration;

    /** The process's memory then, in bytes. */
    long lastResident;

    final PyList callbacks = new PyList();
    final PyList garbage = new PyList();

    static GcState get() {
        return PythonContext.get().state(GcState.class, GcState::new);
    }
}
