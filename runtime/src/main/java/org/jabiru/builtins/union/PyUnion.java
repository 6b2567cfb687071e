package org.jabiru.builtins.union;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyObject;

/** A union of types, such as {@code int | str}. */
public final class PyUnion extends PyObject {
    /** {@code __args__}: two or more different types, flat. */
    public final PyTuple args;

    /** {@code __parameters__}, null until asked for. */
    PyTuple parameters;

    PyUnion(PyTuple args) {
        super(UnionType.TYPE);
        this.args = args;
    }
}
