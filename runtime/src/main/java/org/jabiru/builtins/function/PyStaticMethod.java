package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Call;

/** A {@code staticmethod} object. */
public final class PyStaticMethod extends PyObject implements Descriptor, JavaCallable {
    /** {@code __func__}; null until {@code __init__} ran. */
    public Object function;

    public PyStaticMethod(Object function) {
        super(StaticMethodType.TYPE);
        this.function = function;
    }

    public PyStaticMethod(PyType type) {
        super(type);
    }

    @Override
    public Object get(Object instance, PyType type) {
        return function();
    }

    /** {@code __func__}; RuntimeError before {@code __init__} ran. */
    Object function() {
        if (function == null) {
            throw Errors.runtimeError("uninitialized staticmethod object");
        }
        return function;
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return Call.call(function, args, keywords);
    }
}
