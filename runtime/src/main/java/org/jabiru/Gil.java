package org.jabiru;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.ThreadLocalAction;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jabiru.builtins.object.SafePoint;
import org.jabiru.modules.signal.Signals;

/**
 * The global interpreter lock of one context, and of the subinterpreters that share it: Python code
 * and builtins run only on the thread that holds it.
 *
 * <p>A thread that waits longer than the switch interval asks the holder, at its next Truffle
 * safepoint, to let another thread run; the holder then does not take the lock back before a
 * waiting thread had it.
 */
public final class Gil {
    private final PythonContext context;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    private final Condition switched = lock.newCondition();

    private volatile Thread holder;

    /** The interpreter that the holder was in when it took the lock: safepoints reach it there. */
    private PythonContext holderContext;

    private int waiting;
    private long switches;
    private boolean requested;

    /** What the next holder is asked for. */
    private final Set<SafePoint> asked = new HashSet<>();

    /** At the end of the process: the only thread that still gets the lock. */
    private Thread last;

    /** {@code sys.getswitchinterval()}, in nanoseconds. */
    public volatile long interval = 5_000_000;

    Gil(PythonContext context) {
        this.context = context;
    }

    /** Whether the current thread holds it. */
    public boolean isHeld() {
        return holder == Thread.currentThread();
    }

    /** How often it has been taken. */
    public long turns() {
        lock.lock();
        try {
            return switches;
        } finally {
            lock.unlock();
        }
    }

    /** Whether any thread holds it. */
    public boolean isTaken() {
        return holder != null;
    }

    /** Takes the lock, which the current thread does not hold. */
    @TruffleBoundary
    public void acquire() {
        Thread me = Thread.currentThread();
        lock.lock();
        try {
            waiting++;
            while (holder != null || last != null) {
                if (last != null && last != me) {
                    waiting--;
                    switched.signalAll();
                    waitForTheEnd();
                } else if (holder == null) {
                    break;
                }
                long before = switches;
                long left = interval;
                while (holder != null && left > 0) {
                    left = awaitNanos(free, left);
                }
                if (holder != null && switches == before && !requested) {
                    requested = true;
                    requestSwitch(holder);
                }
            }
            waiting--;
            holder = me;
            PythonContext current = PythonContext.getOrNull();
            holderContext = current == null ? context : current;
            switches++;
            requested = false;
            switched.signalAll();
            if (holderContext == context) {
                for (SafePoint each : asked) {
                    each.submitTo(me);
                }
                asked.clear();
            }
        } finally {
            lock.unlock();
        }
        if (me == context.mainThread) {
            Signals.mainThreadGoesOn(context);
        }
    }

    /**
     * From now on no other thread gets the lock, as the process is about to end: daemon threads
     * stop where they are. The current thread holds it.
     */
    public void keepForLast() {
        lock.lock();
        try {
            last = Thread.currentThread();
            free.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether only one thread gets it any more. */
    public boolean isKept() {
        lock.lock();
        try {
            return last != null;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private void waitForTheEnd() {
        while (true) {
            awaitNanos(switched, Long.MAX_VALUE);
        }
    }

    private static long awaitNanos(Condition condition, long nanos) {
        try {
            return condition.awaitNanos(nanos);
        } catch (InterruptedException e) {
            // Interrupts are how safepoints reach a blocked thread; this wait ends soon anyway.
            return nanos;
        }
    }

    /** Has the holder do the work, or when there is none, the thread that takes the lock next. */
    public void ask(SafePoint safePoint) {
        lock.lock();
        try {
            if (holder != null && holderContext == context) {
                safePoint.submitTo(holder);
            } else if (asked.add(safePoint)) {
                IdleCollection.of(context).noteResource();
            }
        } finally {
            lock.unlock();
        }
    }

    private void requestSwitch(Thread target) {
        holderContext
                .env()
                .submitThreadLocal(
                        new Thread[] {target},
                        new ThreadLocalAction(true, false) {
                            @Override
                            protected void perform(Access access) {
                                if (isHeld()) {
                                    yieldToOthers();
                                }
                            }
                        });
    }

    /** Gives a waiting thread its turn. */
    @TruffleBoundary
    public void yieldToOthers() {
        lock.lock();
        try {
            requested = false;
            if (waiting == 0) {
                return;
            }
            long before = switches;
            holder = null;
            free.signal();
            while (switches == before && waiting > 0) {
                awaitNanos(switched, 1_000_000);
            }
        } finally {
            lock.unlock();
        }
        acquire();
    }

    /** Gives the lock back; the current thread holds it. */
    @TruffleBoundary
    public void release() {
        lock.lock();
        try {
            holder = null;
            requested = false;
            free.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the current context's lock back when this thread holds it; whether it did. */
    @TruffleBoundary
    public static boolean releaseIfHeld() {
        PythonContext context = PythonContext.getOrNull();
        if (context != null && context.gil.isHeld()) {
            context.gil.release();
            return true;
        }
        return false;
    }

    /** Takes the current context's lock. */
    public static void acquireCurrent() {
        PythonContext.get().gil.acquire();
    }

    /** {@code sys.setswitchinterval}. */
    public void setInterval(double seconds) {
        interval = Math.max(1, (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
    }
}
