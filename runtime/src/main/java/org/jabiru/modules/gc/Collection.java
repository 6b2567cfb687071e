package org.jabiru.modules.gc;

import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jabiru.PythonContext;
import org.jabiru.builtins.generator.Unawaited;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.object.IdentityTable;
import org.jabiru.builtins.weakref.WeakReferences;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.thread.Blocking;

/** One collection that Python code asks for. */
public final class Collection {
    private static final long LONGEST_WAIT_MS = 1000;

    /** Collections that nobody asks for may take this part of the time. */
    private static final int PART = 20;

    /** Memory may grow by this part of the JVM's largest heap before that does not count. */
    private static final int MEMORY_PART = 16;

    private static final int PAGE = 4096;

    /** Finalizers of what an extension made may keep something, and that have finalizers. */
    private static final int MOST_ROUNDS = 4;

    private final ExtensionLoader extensions;
    private int died;

    /** Whether finalizers ran in the last round. */
    private boolean finalized;

    private Collection(ExtensionLoader extensions) {
        this.extensions = extensions;
    }

    /** Whether Python code wants collections that it does not ask for. */
    public static boolean isEnabled() {
        return GcState.get().enabled;
    }

    /** Whether this thread collects. */
    public static boolean isOfThisThread() {
        return GcState.get().collector == Thread.currentThread();
    }

    /**
     * Whether a collection that Python code does not ask for may be now. CPython: collections are
     * quick, as they look at new objects; here: the JVM's looks at all, so a program that makes
     * many objects of extensions would do little else. Memory that C took meanwhile, which the JVM
     * does not see, is a reason to have one nevertheless.
     */
    public static boolean isTimely() {
        GcState state = GcState.get();
        return state.lastEnd == Long.MIN_VALUE
                || System.nanoTime() - state.lastEnd > PART * state.lastDuration
                || resident() - state.lastResident > Runtime.getRuntime().maxMemory() / MEMORY_PART;
    }

    /** The process's memory in bytes; 0 where the system does not tell. */
    private static long resident() {
        try {
            String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
            return Long.parseLong(pages[1]) * PAGE;
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Has the JVM collect, waits until it has told of all that died, and runs the callbacks and
     * finalizers; returns how many of the dead had weak references, or were part of cycles through
     * C.
     */
    public static int run() {
        return run(false);
    }

    /** As {@link #run()}, for who sees to it that this is not too often. */
    public static int runInPauses() {
        return run(true);
    }

    private static int run(boolean always) {
        GcState state = GcState.get();
        if (state.collector != null && !ends(state)) {
            // A finalizer asks: nothing happens, as on CPython.
            return 0;
        }
        long start = System.nanoTime();
        if (!always && !isDue(state, start)) {
            return runWaiting();
        }
        state.collector = Thread.currentThread();
        try {
            Collection c = new Collection(ImpModule.loaderOrNull());
            if (c.extensions == null) {
                c.collect();
            } else {
                c.collectWithCycles();
            }
            return c.died;
        } finally {
            state.collector = null;
            state.lastEnd = System.nanoTime();
            state.lastDuration = state.lastEnd - start;
            state.lastResident = resident();
        }
    }

    /**
     * Waits for a collection in another thread to end; whether it has. CPython: a collection that
     * another thread has under way is one that this one need not make; here: it may have looked
     * before the last objects died.
     */
    private static boolean ends(GcState state) {
        if (state.collector == Thread.currentThread()) {
            return false;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS);
        return Blocking.run(() -> {
            while (state.collector != null && System.nanoTime() < end) {
                Thread.sleep(1);
            }
            return state.collector == null;
        });
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

    private void collectWithCycles() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            finalized = true;
            int ended = 0;
            try {
                collect();
            } finally {
                ended = extensions.endCycles(finalized);
            }
            if (ended >= 0) {
                died += ended;
                break;
            }
        }
        died += extensions.collectNativeCycles();
    }

    private void collect() {
        Unawaited.watchAll();
        ReferenceQueue<Object> told = new ReferenceQueue<>();
        WeakReference<Object> sentinel = new WeakReference<>(new Object(), told);
        if (extensions != null) {
            extensions.suspectCycles();
        }
        try {
            System.gc();
        } finally {
            if (extensions != null) {
                extensions.recogniseCycles();
            }
        }
        try {
            // References are put in their queues by another thread, a moment after the collection.
            if (sentinel.get() == null) {
                told.remove(LONGEST_WAIT_MS);
                ReferenceHandler.awaitEnd(LONGEST_WAIT_MS);
            }
            IdentityTable.get().findDead();
            finalizeDead();
            died += WeakReferences.runCallbacks();
            finalized = runFinalizers();
            // The JVM's own finalizing thread may have had one in hand just now.
            Thread.sleep(1);
            died += WeakReferences.runCallbacks();
            finalized |= runFinalizers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean runFinalizers() {
        boolean any = Finalizers.get().areAtWork();
        Finalizers.runWaiting();
        return any;
    }

    /** Runs the callbacks and finalizers of what the JVM has found dead by itself. */
    static int runWaiting() {
        int died = WeakReferences.runCallbacks();
        Finalizers.runWaiting();
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        return extensions == null ? died : died + extensions.collectNativeCycles();
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void finalizeDead() {
        System.runFinalization();
    }
}
