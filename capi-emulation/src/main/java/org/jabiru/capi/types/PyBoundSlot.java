package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.FunctionOrMethod;
import org.jabiru.builtins.function.MethodWrapperType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A special method that is a C slot, bound to a receiver: {@code method-wrapper}. */
public final class PyBoundSlot extends PyObject implements FunctionOrMethod {
    private final PyNativeSlot method;
    private final Object self;

    PyBoundSlot(PyNativeSlot method, Object self) {
        super(MethodWrapperType.TYPE);
        this.method = method;
        this.self = self;
    }

    @Override
    public Object self() {
        return self;
    }

    @Override
    public PyType owner() {
        return method.owner;
    }

    @Override
    public TruffleString name() {
        return method.name();
    }

    @Override
    public Object doc() {
        return method.doc();
    }

    @Override
    public Object textSignature() {
        return method.textSignature();
    }

    @Override
    public boolean isSameFunction(FunctionOrMethod other) {
        return other instanceof PyBoundSlot b && method == b.method;
    }

    @Override
    public long functionHash() {
        return System.identityHashCode(method);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        Object[] all = new Object[args.length + 1];
        all[0] = self;
        System.arraycopy(args, 0, all, 1, args.length);
        return method.call(all, keywords);
    }
}
