package org.jabiru.object;

/** An instance of a subclass of int (bool excluded); plain ints are Long or BigInteger. */
public final class PyInt extends PyObject {
    /** A Long when it fits, a BigInteger otherwise. */
    public final Object value;

    public PyInt(PyType type, Object value) {
        super(type);
        this.value = value;
    }
}
