package org.jabiru.modules.queue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jabiru.modules.thread.Blocking;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code _queue.SimpleQueue}. */
final class PySimpleQueue extends PyObject {
    final LinkedBlockingQueue<Object> items = new LinkedBlockingQueue<>();

    PySimpleQueue(PyType type) {
        super(type);
    }

    /** The next item within so many nanoseconds (0: at once, -1: for ever); null for none. */
    Object get(long nanos) {
        Object first = items.poll();
        if (first != null || nanos == 0) {
            return first;
        }
        Object[] got = {null};
        long end = System.nanoTime() + nanos;
        Blocking.run(() -> {
            got[0] =
                    nanos < 0
                            ? items.take()
                            : items.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        });
        return got[0];
    }
}
