package org.jabiru.modules.thread;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.libc.Libc;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.sys.SysState;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Unraisable;

/** The threads that Python code of one interpreter started. */
public final class PythonThreads {
    /** Reserved for each thread, and used as far as its recursion goes. */
    private static final long DEFAULT_STACK = 256L << 20;

    /** Objects that hold something for each thread; used under the GIL. */
    final Set<PyLocal> locals = Collections.newSetFromMap(new WeakHashMap<>());

    final AtomicInteger count = new AtomicInteger();

    /** Those that the JVM has not ended yet. */
    private final Set<Thread> known =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    final Set<PyThreadHandle> waitedFor = ConcurrentHashMap.newKeySet();
    volatile long stackSize;

    private PythonThreads() {}

    /** For the number of each of our threads the C library's pthread_t. */
    private final ConcurrentHashMap<Long, Long> pthreads = new ConcurrentHashMap<>();

    public static PythonThreads get() {
        return PythonContext.get().state(PythonThreads.class, PythonThreads::new);
    }

    /**
     * Waits until the threads of an interpreter that ends are gone from the JVM, once they have
     * done what they had to do in Python; false when some have not.
     */
    public static boolean awaitEnd(PythonContext context) {
        PythonThreads threads = context.stateOrNull(PythonThreads.class);
        if (threads == null) {
            return true;
        }
        for (Thread thread : threads.known.toArray(Thread[]::new)) {
            while (thread.isAlive()) {
                if (threads.count.get() > 0) {
                    return false;
                }
                Thread.onSpinWait();
            }
        }
        return true;
    }

    /** Notes the current thread's pthread_t. */
    public void register() {
        pthreads.put(Thread.currentThread().threadId(), Libc.call("pthread_self"));
    }

    /** Whether no thread but the main one runs Python code. */
    public boolean isMainAlone() {
        return count.get() == 0;
    }

    /** The pthread_t of a thread; ProcessLookupError when there is no such thread. */
    public long pthread(long ident) {
        Long known = pthreads.get(ident);
        if (known == null) {
            throw OsErrors.of(OsErrors.ESRCH);
        }
        return known;
    }

    /** Starts a thread that runs Python code; the handle is done when it has ended. */
    void start(PyThreadHandle handle, boolean daemon, Object function, Runnable body) {
        PythonContext context = PythonContext.get();
        if (!context.configuration.allowThreads) {
            throw Errors.runtimeError("thread is not supported for isolated subinterpreters");
        }
        if (SysState.get().finalizing) {
            throw Errors.raise(
                    ExceptionTypes.PythonFinalizationError,
                    "can't create new thread at interpreter shutdown");
        }
        Runnable work =
                () -> {
                    register();
                    context.gil.acquire();
                    try {
                        guarded(body, function);
                    } finally {
                        for (PyLocal local : locals.toArray(PyLocal[]::new)) {
                            local.forget(Thread.currentThread());
                        }
                        context.gil.release();
                        count.decrementAndGet();
                        waitedFor.remove(handle);
                        pthreads.remove(Thread.currentThread().threadId());
                        handle.setDone();
                    }
                };
        Thread thread =
                context.env()
                        .newTruffleThreadBuilder(work)
                        .stackSize(stackSize == 0 ? DEFAULT_STACK : Math.max(stackSize, 16 << 20))
                        .build();
        thread.setDaemon(true);
        known.removeIf(t -> !t.isAlive());
        known.add(thread);
        handle.thread = thread;
        handle.ident = thread.threadId();
        handle.started = true;
        count.incrementAndGet();
        if (!daemon) {
            waitedFor.add(handle);
        }
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            count.decrementAndGet();
            waitedFor.remove(handle);
            throw Errors.runtimeError("can't start new thread");
        }
    }

    private static void guarded(Runnable body, Object function) {
        try {
            body.run();
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.SystemExit)) {
                Unraisable.report(
                        e,
                        "Exception ignored in thread started by " + Str.java(Repr.repr(function)),
                        null);
            }
        }
    }

    /** Waits for the threads that are not daemons. */
    void joinAll() {
        while (!waitedFor.isEmpty()) {
            for (PyThreadHandle handle : waitedFor.toArray(PyThreadHandle[]::new)) {
                if (handle.thread == Thread.currentThread()) {
                    waitedFor.remove(handle);
                } else {
                    handle.join(-1);
                    waitedFor.remove(handle);
                }
            }
        }
    }
}
