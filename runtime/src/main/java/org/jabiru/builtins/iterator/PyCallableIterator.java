package org.jabiru.builtins.iterator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;

/** What {@code iter(callable, sentinel)} returns. */
public final class PyCallableIterator extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    private Object callable;

    private final Object sentinel;

    public PyCallableIterator(Object callable, Object sentinel) {
        super(CallableIteratorType.TYPE);
        this.callable = callable;
        this.sentinel = sentinel;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (callable == null) {
            return null;
        }
        Object item;
        try {
            item = Call.call(callable);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.StopIteration)) {
                callable = null;
                return null;
            }
            throw e;
        }
        // The call may have exhausted this very iterator.
        if (callable == null) {
            return null;
        }
        if (Comparison.sameOrEqual(sentinel, item)) {
            callable = null;
            return null;
        }
        return item;
    }

    Object reduce() {
        Object iter = IteratorMethods.iterFunction();
        return callable == null
                ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY))
                : new PyTuple(iter, new PyTuple(callable, sentinel));
    }
}
