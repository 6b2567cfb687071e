package org.jabiru.modules.gc;

import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;

/** What {@code gc} keeps for an interpreter. */
final class GcState {
    static final int GENERATIONS = 3;

    boolean enabled = true;

    /** The thread that has a collection under way; null when none has. */
    volatile Thread collector;

    long debugFlags;
    long[] thresholds = {2000, 10, 0};

    /** By generation: how often it was asked for, and how many died. */
    final long[] collections = new long[GENERATIONS];

    final long[] collected = new long[GENERATIONS];

    /** When the last collection ended, and how long it took, in nanoseconds. */
    long lastEnd = Long.MIN_VALUE;

    long lastDuration;

    /** The process's memory then, in bytes. */
    long lastResident;

    final PyList callbacks = new PyList();
    final PyList garbage = new PyList();

    /** CPython does not count its own steps from the young to the old ones either. */
    void count(int generation, int died) {
        if (generation != 1) {
            collections[generation]++;
            collected[generation] += died;
        }
    }

    static GcState get() {
        return PythonContext.get().state(GcState.class, GcState::new);
    }
}
