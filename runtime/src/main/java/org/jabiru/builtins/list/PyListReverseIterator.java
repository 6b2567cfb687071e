package org.jabiru.builtins.list;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Builtins;
import org.jabiru.protocol.Numbers;

/** The reverse iterator over a list. */
public final class PyListReverseIterator extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    private PyList list;

    private int index;

    public PyListReverseIterator(PyList list) {
        super(ListReverseIteratorType.TYPE);
        this.list = list;
        this.index = list.size() - 1;
    }

    @Override
    public Object next() {
        PyList l = list;
        if (l == null) {
            return null;
        }
        if (index >= 0 && index < l.size()) {
            return l.get(index--);
        }
        list = null;
        return null;
    }

    Object lengthHint() {
        return list == null || list.size() < index + 1 ? 0L : (long) index + 1;
    }

    Object reduce() {
        // The look-up may run Python code that exhausts this iterator.
        Object function = Builtins.get("reversed");
        return list == null
                ? new PyTuple(function, new PyTuple(new PyList()))
                : new PyTuple(function, new PyTuple(list), (long) index);
    }

    void setState(Object state) {
        long i = Numbers.indexForItem(state);
        if (list != null) {
            index = (int) Math.min(Math.max(i, -1), list.size() - 1);
        }
    }
}
