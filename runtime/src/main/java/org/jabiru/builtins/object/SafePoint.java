package org.jabiru.builtins.object;

import com.oracle.truffle.api.ThreadLocalAction;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;

/** Work that another thread asks for, and that a thread which runs Python code does. */
public final class SafePoint {
    private final PythonContext context;
    private final Runnable work;
    private final AtomicBoolean requested = new AtomicBoolean();

    /**
     * @param work is run with the GIL held
     */
    public SafePoint(PythonContext context, Runnable work) {
        this.context = context;
        this.work = work;
    }

    /**
     * Work that no trace function sees: it comes when the JVM has found something dead, in the
     * middle of code that has nothing to do with it.
     */
    public static Runnable untraced(Runnable work) {
        return () -> {
            ThreadState thread = PythonContext.get().threadState();
            boolean before = thread.inTrace;
            thread.inTrace = true;
            try {
                work.run();
            } finally {
                thread.inTrace = before;
            }
        };
    }

    /** Has the work done soon; called by any thread. */
    public void request() {
        if (requested.compareAndSet(false, true)) {
            submit(null);
        }
    }

    /** Has a thread look whether the work is still to be done. */
    public void submitTo(Thread thread) {
        submit(new Thread[] {thread});
    }

    private void submit(Thread[] threads) {
        context.env()
                .submitThreadLocal(
                        threads,
                        new ThreadLocalAction(true, false) {
                            @Override
                            protected void perform(Access access) {
                                if (!requested.get()) {
                                    return;
                                }
                                if (!context.gil.isHeld()) {
                                    // When all threads wait, none of them would do it.
                                    context.gil.ask(SafePoint.this);
                                } else if (requested.compareAndSet(true, false)) {
                                    work.run();
                                }
                            }
                        });
    }
}
