package org.jabiru.builtins.foreign;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** An object of another language. */
public class PyForeign extends PyObject {
    /** The object as Truffle's interop knows it. */
    public final Object value;

    PyForeign(PyType type, Object value) {
        super(type);
        this.value = value;
    }
}
