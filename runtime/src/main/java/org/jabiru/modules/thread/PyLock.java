package org.jabiru.modules.thread;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code _thread.lock}: any thread may release it. */
public final class PyLock extends PyObject {
    private Semaphore permit = new Semaphore(1);

    public PyLock(PyType type) {
        super(type);
    }

    /** Takes the lock within so many nanoseconds (-1: for ever); whether it did. */
    boolean acquire(long nanos) {
        Semaphore s = permit;
        if (s.tryAcquire()) {
            return true;
        }
        if (nanos == 0) {
            return false;
        }
        if (nanos < 0) {
            return Blocking.run(() -> {
                s.acquire();
                return true;
            });
        }
        long end = System.nanoTime() + nanos;
        return Blocking.run(() -> s.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS));
    }

    boolean isLocked() {
        return permit.availablePermits() == 0;
    }

    void release() {
        permit.release();
    }

    void reset() {
        permit = new Semaphore(1);
    }
}
