package org.jabiru.builtins.tuple;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Numbers;

/** The iterator over a tuple. */
public final class PyTupleIterator extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    private PyTuple tuple;

    private int index;

    public PyTupleIterator(PyTuple tuple) {
        super(TupleIteratorType.TYPE);
        this.tuple = tuple;
    }

    @Override
    public Object next() {
        PyTuple t = tuple;
        if (t == null) {
            return null;
        }
        if (index < t.items.length) {
            return t.items[index++];
        }
        tuple = null;
        return null;
    }

    Object lengthHint() {
        return tuple == null ? 0L : (long) tuple.size() - index;
    }

    Object reduce() {
        Object iter = IteratorMethods.iterFunction();
        return tuple == null
                ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY))
                : new PyTuple(iter, new PyTuple(tuple), (long) index);
    }

    void setState(Object state) {
        long i = Numbers.indexForItem(state);
        if (tuple != null) {
            index = (int) Math.min(Math.max(i, 0), tuple.size());
        }
    }
}
