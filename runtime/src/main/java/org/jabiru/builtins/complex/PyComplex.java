package org.jabiru.builtins.complex;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A complex number. */
public final class PyComplex extends PyObject {
    public final double real;
    public final double imag;

    public PyComplex(double real, double imag) {
        this(ComplexType.TYPE, real, imag);
    }

    public PyComplex(PyType type, double real, double imag) {
        super(type);
        this.real = real;
        this.imag = imag;
    }
}
