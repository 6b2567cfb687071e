package org.jabiru.builtins.frame;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleSafepoint;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jabiru.PythonContext;

/** Asks every thread of an interpreter something, at its next safepoint. */
public final class ThreadSurvey {
    /** How long a thread has to reach a safepoint; one that is in native code does not. */
    private static final long PATIENCE_MILLIS = 1000;

    private ThreadSurvey() {}

    /**
     * The answers of the threads that gave one in time, each its own. May be called from any
     * thread.
     */
    public static <T> Map<Thread, T> ask(PythonContext context, Supplier<T> question) {
        Map<Thread, T> answers = new ConcurrentHashMap<>();
        Future<Void> done =
                context.env()
                        .submitThreadLocal(
                                null,
                                new ThreadLocalAction(false, false) {
                                    @Override
                                    protected void perform(Access access) {
                                        T answer = question.get();
                                        if (answer != null) {
                                            answers.put(access.getThread(), answer);
                                        }
                                    }
                                });
        if (context.gil.isHeld()) {
            // This thread answers as well.
            TruffleSafepoint.setBlockedThreadInterruptible(null, ThreadSurvey::await, done);
        } else {
            try {
                await(done);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return answers;
    }

    private static void await(Future<Void> done) throws InterruptedException {
        try {
            done.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            done.cancel(false);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
