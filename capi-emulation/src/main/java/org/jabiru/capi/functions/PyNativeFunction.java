package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.NativeCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/**
 * A function of an extension module, or a method of a type made in C bound to its receiver: {@code
 * builtin_function_or_method} (C-API manual, PyCFunction).
 */
public final class PyNativeFunction extends PyObject implements NativeCallable, DefinedInC {
    final MethodDefinition definition;

    /** {@code __self__}, what C gets as self; null for NULL. */
    final Object self;

    /** The defining class, for METH_METHOD; else null. */
    final Object cls;

    /** {@code __module__}, or null; Python code may set it. */
    Object module;

    public PyNativeFunction(MethodDefinition definition, Object self, Object module, Object cls) {
        super(NativeFunctionType.TYPE);
        this.definition = definition;
        this.self = self;
        this.module = module;
        this.cls = cls;
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return definition.call(self, cls, args, 0, keywords, this);
    }

    @Override
    public Object callFrom(Object[] args, int from) {
        return definition.call(self, cls, args, from, NO_KEYWORDS, this);
    }

    @Override
    public Object callOne(Object argument) {
        return definition.callOne(self, cls, argument, this);
    }

    @Override
    public void drop(PyObject result) {
        if (cls instanceof PyType owner) {
            DroppedCursors.drop(owner, definition.name, result);
        }
    }

    @Override
    public long definitionAddress() {
        return definition.address;
    }

    @Override
    public Object receiver() {
        return self;
    }

    public MethodDefinition definition() {
        return definition;
    }

    public Object self() {
        return self;
    }

    public Object cls() {
        return cls;
    }
}
