package org.jabiru.modules.thread;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.modules.sys.SysState;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;

/** A {@code _thread._ThreadHandle}: what {@code threading.Thread} joins. */
public final class PyThreadHandle extends PyObject {
    private final CountDownLatch done = new CountDownLatch(1);
    volatile boolean started;
    volatile Thread thread;
    long ident;

    PyThreadHandle() {
        super(ThreadHandleType.TYPE);
    }

    boolean isDone() {
        return done.getCount() == 0;
    }

    void setDone() {
        started = true;
        done.countDown();
    }

    /** Waits so many nanoseconds for the thread's end; -1 for ever. */
    void join(long nanos) {
        if (!started) {
            throw Errors.runtimeError("thread not started");
        }
        if (isDone()) {
            return;
        }
        if (thread == Thread.currentThread()) {
            throw Errors.runtimeError("Cannot join current thread");
        }
        if (SysState.get().finalizing) {
            // Other threads get no turn any more: it would never end.
            throw Errors.raise(
                    ExceptionTypes.PythonFinalizationError,
                    "cannot join thread at interpreter shutdown");
        }
        if (nanos < 0) {
            Blocking.run(() -> {
                done.await();
                return true;
            });
        } else {
            long end = System.nanoTime() + nanos;
            Blocking.run(() -> done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        }
    }
}
