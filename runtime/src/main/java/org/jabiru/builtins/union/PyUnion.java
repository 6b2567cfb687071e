package org.jabiru.builtins.union;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Hashing;

/** A union of types, such as {@code int | str}. */
public final class PyUnion extends PyObject {
    /** {@code __args__}: two or more different types, flat. */
    public final PyTuple args;

    /** {@code __parameters__}, null until asked for. */
    PyTuple parameters;

    /** How many of the types could not be hashed when the union was made. */
    final int unhashable;

    PyUnion(PyTuple args) {
        super(UnionType.TYPE);
        this.args = args;
        int count = 0;
        for (Object arg : args.items) {
            count += isHashable(arg) ? 0 : 1;
        }
        this.unhashable = count;
    }

    private static boolean isHashable(Object arg) {
        if (arg instanceof PyType t && t.type() == TypeType.TYPE) {
            return true;
        }
        try {
            Hashing.hash(arg);
            return true;
        } catch (PyException e) {
            return false;
        }
    }
}
