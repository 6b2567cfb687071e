package org.jabiru;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.gc.Collection;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.sys.SysState;

/**
 * Collects while the program waits. CPython: a socket, a file or a database's cursor that nobody
 * has any more is closed at once, and a weak reference's callback called; here: at the next
 * collection, and a program that waits for just that (the end of what the other side sends, a lock)
 * allocates nothing that would bring one about.
 */
public final class IdleCollection {
    private static final int SAMPLES = 16;
    private static final int MOST_BUSY = 1;
    private static final int SAMPLE_MS = 10;
    private static final int LONGEST_PAUSE_MS = 1000;

    /** When nothing new was made, but the program has gone on: the pause doubles each time. */
    private static final long FIRST_AGAIN_MS = 1000;

    private static final long LAST_AGAIN_MS = 60_000;

    /** Collections may take this part of the time: programs in C may be at work. */
    private static final int PART = 20;

    private final PythonContext context;
    private final Thread watcher;

    /** Whether something was made since the last collection. */
    private volatile boolean due;

    private volatile boolean parked;
    private volatile boolean ended;

    private IdleCollection(PythonContext context) {
        this.context = context;
        this.watcher = new Thread(null, this::watch, "idle", 1 << 18);
        watcher.setDaemon(true);
    }

    /** That of an interpreter; it watches from the first thing noted on. */
    public static IdleCollection of(PythonContext context) {
        return context.state(IdleCollection.class, () -> new IdleCollection(context));
    }

    /** Something was made, or has died, whose end others may wait for. */
    public void noteResource() {
        if (!due) {
            due = true;
            if (parked) {
                parked = false;
                LockSupport.unpark(watcher);
            } else if (watcher.getState() == Thread.State.NEW) {
                start();
            }
        }
    }

    private synchronized void start() {
        if (watcher.getState() == Thread.State.NEW && !ended) {
            watcher.start();
        }
    }

    private void watch() {
        int pause = SAMPLE_MS;
        long again = FIRST_AGAIN_MS;
        long turns = 0;
        while (!ended) {
            if (!due) {
                park(again);
                if (!due && context.gil.turns() == turns) {
                    continue;
                }
            }
            if (isIdle()) {
                again = due ? FIRST_AGAIN_MS : Math.min(2 * again, LAST_AGAIN_MS);
                due = false;
                long start = System.nanoTime();
                collect();
                turns = context.gil.turns();
                sleep(PART * (System.nanoTime() - start) / 1_000_000);
                pause = SAMPLE_MS;
            } else {
                sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            }
        }
    }

    private void park(long milliseconds) {
        parked = true;
        if (!due) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(milliseconds));
        }
    }

    private boolean isIdle() {
        int busy = 0;
        for (int i = 0; i < SAMPLES && busy <= MOST_BUSY; i++) {
            if (context.gil.isTaken()) {
                busy++;
            }
            sleep(SAMPLE_MS);
        }
        return busy <= MOST_BUSY;
    }

    private void collect() {
        if (ended) {
            return;
        }
        Thread thread = context.env().newTruffleThreadBuilder(this::collectInside).build();
        thread.setDaemon(true);
        thread.start();
        await(thread);
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The interpreter is over: no thread of this enters it again. The caller has not its lock. */
    static void end(PythonContext context) {
        IdleCollection known = context.stateOrNull(IdleCollection.class);
        if (known != null) {
            known.ended = true;
            known.watcher.interrupt();
            if (!context.gil.isKept()) {
                await(known.watcher);
            }
        }
    }

    private void collectInside() {
        context.gil.acquire();
        try {
            if (SysState.get().finalizing) {
                return;
            }
            Collection.runInPauses();
            ExtensionLoader extensions = ImpModule.loaderOrNull();
            if (extensions != null) {
                extensions.afterCollection();
            }
        } finally {
            context.gil.release();
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
