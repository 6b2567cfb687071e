package org.jabiru.protocol;

import org.jabiru.PythonContext;
import org.jabiru.ThreadState;

/**
 * Marks the objects whose {@code __repr__} is running in this thread, so that a container that
 * contains itself shows as {@code [...]} ({@code reprlib.recursive_repr} for builtins).
 */
public final class ReprGuard implements AutoCloseable {
    private final ThreadState thread;
    private final Object object;

    private ReprGuard(ThreadState thread, Object object) {
        this.thread = thread;
        this.object = object;
    }

    /** Enters an object; null when it is being shown already. Close the guard in the end. */
    public static ReprGuard enterOrNull(Object o) {
        ThreadState thread = PythonContext.get().threadState();
        for (Object shown : thread.beingShown) {
            if (shown == o) {
                return null;
            }
        }
        thread.beingShown.add(o);
        return new ReprGuard(thread, o);
    }

    @Override
    public void close() {
        for (int i = thread.beingShown.size() - 1; i >= 0; i--) {
            if (thread.beingShown.get(i) == object) {
                thread.beingShown.remove(i);
                return;
            }
        }
    }
}
