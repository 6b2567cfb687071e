package org.jabiru.modules.gc;

import java.util.concurrent.locks.LockSupport;
import org.jabiru.PythonContext;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.sys.SysState;

/**
 * Collects while the program waits. CPython: a socket, a file or a database's cursor that nobody
 * has any more is closed at once; here: at the next collection, and a program that waits for just
 * that (the end of what the other side sends, a lock) allocates nothing that would bring one about.
 */
public final class IdleCollection {
    private static final int SAMPLES = 16;
    private static final int MOST_BUSY = 1;
    private static final int SAMPLE_MS = 10;
    private static final int LONGEST_PAUSE_MS = 1000;

    /** Collections may take this part of the time. */
    private static final int PART = 8;

    private final PythonContext context;
    private final Thread watcher;

    /** Whether something was made since the last collection. */
    private volatile boolean due;

    private volatile boolean parked;

    private IdleCollection(PythonContext context) {
        this.context = context;
        this.watcher = new Thread(null, this::watch, "idle", 1 << 18);
        watcher.setDaemon(true);
    }

    /** That of an interpreter; it watches from the first time on. */
    public static IdleCollection of(PythonContext context) {
        return context.state(
                IdleCollection.class,
                () -> {
                    IdleCollection made = new IdleCollection(context);
                    made.watcher.start();
                    return made;
                });
    }

    /** Something was made whose end others may wait for; the GIL is held. */
    public void noteResource() {
        if (!due) {
            due = true;
            if (parked) {
                parked = false;
                LockSupport.unpark(watcher);
            }
        }
    }

    private void watch() {
        int pause = SAMPLE_MS;
        while (true) {
            while (!due) {
                parked = true;
                if (!due) {
                    LockSupport.park(this);
                }
            }
            if (isIdle()) {
                due = false;
                long start = System.nanoTime();
                if (!collect()) {
                    return;
                }
                sleep(PART * (System.nanoTime() - start) / 1_000_000);
                pause = SAMPLE_MS;
            } else {
                sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            }
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

    /** False when the interpreter has come to its end. */
    private boolean collect() {
        try {
            Thread thread = context.env().newTruffleThreadBuilder(this::collectInside).build();
            thread.setDaemon(true);
            thread.start();
            thread.join();
            return true;
        } catch (IllegalStateException | InterruptedException e) {
            return false;
        }
    }

    private void collectInside() {
        context.gil.acquire();
        try {
            if (SysState.get().finalizing) {
                return;
            }
            Collection.run();
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
