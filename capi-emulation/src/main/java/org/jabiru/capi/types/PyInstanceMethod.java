package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.object.Descriptor;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Call;

/** A callable that binds like a Python function (C-API manual, Instance Method Objects). */
public final class PyInstanceMethod extends PyObject implements Descriptor, JavaCallable {
    /** {@code __func__}. */
    public final Object function;

    public PyInstanceMethod(Object function) {
        super(InstanceMethodType.TYPE);
        this.function = function;
    }

    @Override
    public Object get(Object instance, PyType type) {
        return instance == null ? function : new PyMethod(function, instance);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return Call.call(function, args, keywords);
    }
}
