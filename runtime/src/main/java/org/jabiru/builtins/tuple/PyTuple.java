package org.jabiru.builtins.tuple;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.SequenceHash;

/** A tuple, or an instance of a subclass of tuple. */
public class PyTuple extends PyObject {
    /** The empty tuple. */
    public static final PyTuple EMPTY = new PyTuple(new Object[0]);

    /** The items; never changed once the tuple was seen by Python. */
    public final Object[] items;

    /** The hash of the items once computed, 0 before. */
    private long hash;

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

    /** {@code tuple.__hash__}; TypeError when an item is unhashable. */
    public final long itemsHash() {
        if (hash == 0) {
            hash = SequenceHash.tuple(items);
        }
        return hash;
    }
}
