package org.jabiru.interop;

import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** Entries of Python's mappings as hash entries. */
final class Entries {
    private Entries() {}

    private static void require(boolean supported) throws UnsupportedMessageException {
        if (!supported) {
            throw UnsupportedMessageException.create();
        }
    }

    static long size(PyObject o) throws UnsupportedMessageException {
        require(Kinds.isMapping(o));
        return Sequences.length(o);
    }

    /** False as well for what cannot be a key. */
    static boolean contains(PyObject o, Object key) {
        try {
            return Kinds.isMapping(o) && Sequences.contains(o, key);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError)) {
                return false;
            }
            throw e;
        }
    }

    static Object read(PyObject o, Object key)
            throws UnsupportedMessageException, UnknownKeyException {
        require(Kinds.isMapping(o));
        Object k = Conversions.toPython(key);
        try {
            return Sequences.getItem(o, k);
        } catch (PyException e) {
            throw unknown(e, key);
        }
    }

    private static PyException unknown(PyException e, Object key) throws UnknownKeyException {
        if (e.is(ExceptionTypes.KeyError)) {
            throw UnknownKeyException.create(key, e);
        }
        return e;
    }

    static boolean canSet(PyObject o) {
        return Kinds.isMapping(o) && o.type().lookup("__setitem__") != null;
    }

    static Object write(PyObject o, Object key, Object value) throws UnsupportedMessageException {
        require(canSet(o));
        Sequences.setItem(o, Conversions.toPython(key), Conversions.toPython(value));
        return null;
    }

    static Object remove(PyObject o, Object key)
            throws UnsupportedMessageException, UnknownKeyException {
        require(canSet(o));
        try {
            Sequences.deleteItem(o, Conversions.toPython(key));
            return null;
        } catch (PyException e) {
            throw unknown(e, key);
        }
    }

    /** An iterator over pairs. */
    static Object iterator(PyObject o) throws UnsupportedMessageException {
        require(Kinds.isMapping(o));
        return Iteration.iter(Call.method(o, "items"));
    }
}
