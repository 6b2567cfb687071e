package org.jabiru.builtins.tuple;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A tuple, or an instance of a subclass of tuple. */
public class PyTuple extends PyObject {
    /** The empty tuple. */
    public static final PyTuple EMPTY = new PyTuple(new Object[0]);

    /** The items; never changed once the tuple was seen by Python. */
    public final Object[] items;

    /** A tuple that takes the array over. */
    public PyTuple(Object... items) {
        super(TupleType.TYPE);
        this.items = items;
    }

    public PyTuple(PyType type, Object[] items) {
        super(type);
        this.items = items;
    }

    /** A tuple of the items; the empty one is shared. */
    public static PyTuple of(Object... items) {
        return items.length == 0 ? EMPTY : new PyTuple(items);
    }

    public final int size() {
        return items.length;
    }

    public final Object get(int index) {
        return items[index];
    }
}
