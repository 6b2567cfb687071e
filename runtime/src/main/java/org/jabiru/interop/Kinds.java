package org.jabiru.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import java.math.BigInteger;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyInt;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyStr;
import org.jabiru.object.PyType;

/** What a Python object is to other languages, by its type's methods and flags. */
final class Kinds {
    private Kinds() {}

    /** A mapping: a dict, or what collections.abc or its methods say is one. */
    @TruffleBoundary
    static boolean isMapping(PyObject o) {
        if (o instanceof PyDict) {
            return true;
        }
        PyType type = o.type();
        return (type.collectionFlag & PyType.MAPPING) != 0
                || type.special().getItem != null && type.lookup("keys") != null;
    }

    /** A sequence: has length and items, and is no mapping and no text. */
    @TruffleBoundary
    static boolean isSequence(PyObject o) {
        if (o instanceof PyStr || o instanceof PyType || isMapping(o)) {
            return false;
        }
        PyType type = o.type();
        return (type.collectionFlag & PyType.SEQUENCE) != 0
                || isBytes(o)
                || type.isHeapType()
                        && type.special().len != null
                        && type.special().getItem != null;
    }

    static boolean isBytes(PyObject o) {
        return o instanceof PyBytes || o instanceof PyByteArray;
    }

    /** The number that an instance of a subclass of int or float is, or null. */
    static Object numberOrNull(PyObject o) {
        if (o instanceof PyInt i) {
            return i.value instanceof BigInteger b ? new BigIntegerValue(b) : i.value;
        }
        return o instanceof PyFloat f ? (Object) f.value : null;
    }

    static Object number(PyObject o) throws UnsupportedMessageException {
        Object number = numberOrNull(o);
        if (number == null) {
            throw UnsupportedMessageException.create();
        }
        return number;
    }

    static PyType type(PyObject o) throws UnsupportedMessageException {
        if (o instanceof PyType type) {
            return type;
        }
        throw UnsupportedMessageException.create();
    }
}
