package org.jabiru.interop;

import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Sequences;

/** Items of Python's sequences as array elements. */
final class Items {
    private Items() {}

    private static void require(PyObject o) throws UnsupportedMessageException {
        if (!Kinds.isSequence(o)) {
            throw UnsupportedMessageException.create();
        }
    }

    static long size(PyObject o) throws UnsupportedMessageException {
        require(o);
        return Sequences.length(o);
    }

    static Object read(PyObject o, long index)
            throws UnsupportedMessageException, InvalidArrayIndexException {
        require(o);
        if (index < 0) {
            throw InvalidArrayIndexException.create(index);
        }
        try {
            return Sequences.getItem(o, index);
        } catch (PyException e) {
            throw outside(e, index);
        }
    }

    private static PyException outside(PyException e, long index)
            throws InvalidArrayIndexException {
        if (e.is(ExceptionTypes.IndexError)) {
            throw InvalidArrayIndexException.create(index, e);
        }
        return e;
    }

    static boolean canSet(PyObject o) {
        return Kinds.isSequence(o) && o.type().lookup("__setitem__") != null;
    }

    static boolean canInsert(PyObject o) {
        return Kinds.isSequence(o) && (o instanceof PyList || o.type().lookup("append") != null);
    }

    static boolean canRemove(PyObject o) {
        return Kinds.isSequence(o) && o.type().lookup("__delitem__") != null;
    }

    /** Replaces an item, or appends one. */
    static Object write(PyObject o, long index, Object value)
            throws UnsupportedMessageException, InvalidArrayIndexException {
        if (!canSet(o)) {
            throw UnsupportedMessageException.create();
        }
        if (index == size(o) && canInsert(o)) {
            return Call.method(o, "append", value);
        }
        if (index < 0) {
            throw InvalidArrayIndexException.create(index);
        }
        try {
            Sequences.setItem(o, index, value);
            return null;
        } catch (PyException e) {
            throw outside(e, index);
        }
    }

    static Object remove(PyObject o, long index)
            throws UnsupportedMessageException, InvalidArrayIndexException {
        if (!canRemove(o)) {
            throw UnsupportedMessageException.create();
        }
        if (index < 0) {
            throw InvalidArrayIndexException.create(index);
        }
        try {
            Sequences.deleteItem(o, index);
            return null;
        } catch (PyException e) {
            throw outside(e, index);
        }
    }
}
