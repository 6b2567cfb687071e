package org.jabiru.modules.gc;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jabiru.PythonContext;
import org.jabiru.builtins.generator.Unawaited;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.weakref.WeakReferences;

/** One collection that Python code asks for. */
public final class Collection {
    private static final long LONGEST_WAIT_MS = 1000;

    private Collection() {}

    /**
     * Has the JVM collect, waits until it has told of all that died, and runs the callbacks and
     * finalizers; returns how many of the dead had weak references.
     */
    public static int run() {
        GcState state = GcState.get();
        long start = System.nanoTime();
        if (!isDue(state, start)) {
            return runWaiting();
        }
        try {
            return collect();
        } finally {
            state.lastEnd = System.nanoTime();
            state.lastDuration = state.lastEnd - start;
        }
    }

    /**
     * CPython: collections are quick; here: the JVM stops all threads for each, so a thread in the
     * background that collects without pause gets a tenth of the time, because nothing else would
     * run.
     */
    private static boolean isDue(GcState state, long now) {
        return state.lastEnd == Long.MIN_VALUE
                || Thread.currentThread() == PythonContext.get().mainThread
                || now - state.lastEnd > 10 * state.lastDuration;
    }

    private static int collect() {
        Unawaited.watchAll();
        ReferenceQueue<Object> told = new ReferenceQueue<>();
        WeakReference<Object> sentinel = new WeakReference<>(new Object(), told);
        System.gc();
        int died = 0;
        try {
            // References are put in their queues by another thread, a moment after the collection.
            if (sentinel.get() == null) {
                told.remove(LONGEST_WAIT_MS);
            }
            finalizeDead();
            died += WeakReferences.runCallbacks();
            Finalizers.runWaiting();
            // The thread that watches for deaths may have taken some from the queue just now.
            Thread.sleep(1);
            died += WeakReferences.runCallbacks();
            Finalizers.runWaiting();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return died;
    }

    /** Runs the callbacks and finalizers of what the JVM has found dead by itself. */
    static int runWaiting() {
        int died = WeakReferences.runCallbacks();
        Finalizers.runWaiting();
        return died;
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void finalizeDead() {
        System.runFinalization();
    }
}
