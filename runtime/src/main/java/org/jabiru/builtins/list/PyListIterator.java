package org.jabiru.builtins.list;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Numbers;

/** The iterator over a list. */
public final class PyListIterator extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    private PyList list;

    private int index;

    public PyListIterator(PyList list) {
        super(ListIteratorType.TYPE);
        this.list = list;
    }

    @Override
    public Object next() {
        PyList l = list;
        if (l == null) {
            return null;
        }
        if (index < l.size()) {
            return l.get(index++);
        }
        list = null;
        return null;
    }

    Object lengthHint() {
        return list == null ? 0L : Math.max(0L, list.size() - index);
    }

    Object reduce() {
        Object iter = IteratorMethods.iterFunction();
        return list == null
                ? new PyTuple(iter, new PyTuple(new PyList()))
                : new PyTuple(iter, new PyTuple(list), (long) index);
    }

    void setState(Object state) {
        long i = Numbers.indexForItem(state);
        if (list != null) {
            index = (int) Math.min(Math.max(i, 0), list.size());
        }
    }
}
