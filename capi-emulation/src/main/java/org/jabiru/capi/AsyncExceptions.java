package org.jabiru.capi;

import com.oracle.truffle.api.ThreadLocalAction;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.protocol.Call;

/** Exceptions that one thread raises in another ({@code PyThreadState_SetAsyncExc}). */
public final class AsyncExceptions {
    private final PythonContext context;
    private final Map<Thread, Future<Void>> waiting = new HashMap<>();

    AsyncExceptions(PythonContext context) {
        this.context = context;
    }

    /**
     * Raises an exception in the thread at its next safe point, in place of one that still waits.
     *
     * @param thread the number that {@code threading.get_ident()} gives
     * @param exception a class or an instance, or null to take back what waits
     * @return how many threads have the number
     */
    public int raiseIn(long thread, Object exception) {
        for (Thread t : Thread.getAllStackTraces().keySet()) {
            if (t.threadId() == thread) {
                submit(t, exception);
                return 1;
            }
        }
        return 0;
    }

    private void submit(Thread thread, Object exception) {
        Future<Void> before = waiting.remove(thread);
        if (before != null) {
            before.cancel(false);
        }
        if (exception == null) {
            return;
        }
        waiting.put(
                thread,
                context.env()
                        .submitThreadLocal(
                                new Thread[] {thread},
                                new ThreadLocalAction(true, false) {
                                    @Override
                                    protected void perform(Access access) {
                                        throw made(exception);
                                    }
                                }));
    }

    private static PyException made(Object exception) {
        Object instance = exception instanceof PyBaseException ? exception : Call.call(exception);
        return instance instanceof PyBaseException e
                ? new PyException(e)
                : Errors.typeError("exceptions must derive from BaseException");
    }
}
