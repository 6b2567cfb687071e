package org.jabiru.modules.pickle;

import java.util.IdentityHashMap;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code _pickle.Pickler}. */
final class PyPickler extends PyObject {
    /** The file's method; null before {@code __init__}, and for {@code dumps}. */
    Object write;

    boolean initialised;
    boolean busy;
    int protocol;
    boolean bin;
    boolean fast;
    boolean fixImports;

    /** A callable, or null. */
    Object bufferCallback;

    /** What was written already, with its number. */
    IdentityHashMap<Object, Integer> memo = new IdentityHashMap<>();

    PyPickler(PyType type) {
        super(type);
    }
}
