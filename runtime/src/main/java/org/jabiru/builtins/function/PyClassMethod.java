package org.jabiru.builtins.function;

import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** A {@code classmethod} object. */
public final class PyClassMethod extends PyObject implements Descriptor {
    /** {@code __func__}; null until {@code __init__} ran. */
    public Object function;

    public PyClassMethod(PyType type) {
        super(type);
    }

    public PyClassMethod(Object function) {
        super(ClassMethodType.TYPE);
        this.function = function;
    }

    @Override
    public Object get(Object instance, PyType type) {
        if (function == null) {
            throw Errors.runtimeError("uninitialized classmethod object");
        }
        return new PyMethod(function, type != null ? type : Types.of(instance));
    }
}
