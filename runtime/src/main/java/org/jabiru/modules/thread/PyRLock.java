package org.jabiru.modules.thread;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code _thread.RLock}. */
public final class PyRLock extends PyObject {
    private static final class OwnedLock extends ReentrantLock {
        private static final long serialVersionUID = 1;

        Thread owner() {
            return getOwner();
        }
    }

    private OwnedLock lock = new OwnedLock();
    private volatile int count;

    public PyRLock(PyType type) {
        super(type);
    }

    boolean acquire(long nanos) {
        boolean got = tryAcquire(nanos);
        if (got) {
            count++;
        }
        return got;
    }

    private boolean tryAcquire(long nanos) {
        OwnedLock l = lock;
        if (l.tryLock()) {
            return true;
        }
        if (nanos == 0) {
            return false;
        }
        if (nanos < 0) {
            return Blocking.run(() -> {
                l.lockInterruptibly();
                return true;
            });
        }
        long end = System.nanoTime() + nanos;
        return Blocking.run(() -> l.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS));
    }

    public boolean isOwned() {
        return lock.isHeldByCurrentThread();
    }

    boolean isLocked() {
        return lock.isLocked();
    }

    int count() {
        return count;
    }

    long ownerId() {
        Thread owner = lock.owner();
        return owner == null ? 0 : owner.threadId();
    }

    void release() {
        count--;
        lock.unlock();
    }

    /** Releases it wholly; how often it was held. */
    int releaseAll() {
        int held = count;
        count = 0;
        for (int i = 0; i < held; i++) {
            lock.unlock();
        }
        return held;
    }

    void acquireAgain(int times) {
        tryAcquire(-1);
        for (int i = 1; i < times; i++) {
            lock.lock();
        }
        count = times;
    }

    void reset() {
        lock = new OwnedLock();
        count = 0;
    }
}
