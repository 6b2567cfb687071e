package org.jabiru.builtins.bytes;

import java.lang.ref.WeakReference;
import java.util.List;
import org.jabiru.PythonContext;
import org.jabiru.protocol.PyBuffer;

/**
 * Finds out whether views of bytearrays and arrays are still in use. CPython sees a view end with
 * its last reference; here only the garbage collector does, and to ask it stops everything. So a
 * program that lets views go without releasing them, before every change of size, is believed after
 * some times: a view that it does keep would have been an error.
 */
public final class DroppedViews {
    private static final int TIMES = 8;

    /** Collections may take this part of the time. */
    private static final int PART = 50;

    private int droppedInARow;
    private long lastEnd;
    private long lastDuration;

    private static DroppedViews get() {
        return PythonContext.get().state(DroppedViews.class, DroppedViews::new);
    }

    /** Takes the views out of the list that nobody uses any more. */
    public static void remove(List<WeakReference<PyBuffer>> views) {
        views.removeIf(w -> w.get() == null);
        if (!views.isEmpty()) {
            get().ask(views, true);
        }
    }

    /** Does so where it must be certain, as a view would show memory that is gone. */
    public static void removeCertain(List<WeakReference<PyBuffer>> views) {
        views.removeIf(w -> w.get() == null);
        if (!views.isEmpty()) {
            get().ask(views, false);
        }
    }

    private void ask(List<WeakReference<PyBuffer>> views, boolean believe) {
        long start = System.nanoTime();
        if (believe && droppedInARow >= TIMES && start - lastEnd < PART * lastDuration) {
            views.clear();
            return;
        }
        System.gc();
        views.removeIf(w -> w.get() == null);
        droppedInARow = views.isEmpty() ? droppedInARow + 1 : 0;
        lastEnd = System.nanoTime();
        lastDuration = lastEnd - start;
    }
}
