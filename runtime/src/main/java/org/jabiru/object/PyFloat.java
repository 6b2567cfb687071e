package org.jabiru.object;

/** An instance of a subclass of float; plain floats are Doubles. */
public final class PyFloat extends PyObject {
    public final double value;

    public PyFloat(PyType type, double value) {
        super(type);
        this.value = value;
    }
}
