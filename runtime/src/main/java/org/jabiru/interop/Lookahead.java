package org.jabiru.interop;

import com.oracle.truffle.api.interop.StopIterationException;
import java.util.Map;
import java.util.WeakHashMap;
import org.jabiru.PythonContext;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Iteration;

/**
 * Lets other languages ask whether an iterator has a next item, which Python's can only fetch: what
 * was fetched so is kept until it is asked for.
 */
final class Lookahead {
    private final Map<PyObject, Object> fetched = new WeakHashMap<>();

    private static Lookahead get() {
        return PythonContext.get().state(Lookahead.class, Lookahead::new);
    }

    static boolean hasNext(PyObject iterator) {
        Map<PyObject, Object> fetched = get().fetched;
        if (fetched.containsKey(iterator)) {
            return true;
        }
        Object next = Iteration.next(iterator);
        if (next == null) {
            return false;
        }
        fetched.put(iterator, next);
        return true;
    }

    static Object next(PyObject iterator) throws StopIterationException {
        Object next = get().fetched.remove(iterator);
        if (next == null) {
            next = Iteration.next(iterator);
        }
        if (next == null) {
            throw StopIterationException.create();
        }
        return next;
    }
}
