package org.jabiru.modules.testinternalcapi;

import java.util.ArrayDeque;
import org.jabiru.PythonContext;
import org.jabiru.builtins.object.SafePoint;

/** Calls that some thread of an interpreter is to make soon; none begins within another. */
final class PendingCalls {
    private final ArrayDeque<Runnable> calls = new ArrayDeque<>();
    private final SafePoint safePoint;
    private boolean areMade;

    private PendingCalls(PythonContext context) {
        this.safePoint = new SafePoint(context, this::make);
    }

    static PendingCalls of(PythonContext context) {
        return context.state(PendingCalls.class, () -> new PendingCalls(context));
    }

    void add(Runnable call) {
        synchronized (this) {
            calls.add(call);
            if (areMade) {
                return;
            }
        }
        safePoint.request();
    }

    private void make() {
        int left;
        synchronized (this) {
            if (areMade) {
                return;
            }
            areMade = true;
            left = calls.size();
        }
        try {
            for (; left > 0; left--) {
                Runnable call;
                synchronized (this) {
                    call = calls.poll();
                }
                call.run();
            }
        } finally {
            boolean more;
            synchronized (this) {
                areMade = false;
                more = !calls.isEmpty();
            }
            if (more) {
                safePoint.request();
            }
        }
    }
}
