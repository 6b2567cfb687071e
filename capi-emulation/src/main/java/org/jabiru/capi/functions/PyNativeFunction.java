package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.builtins.function.FunctionOrMethod;
import org.jabiru.object.NativeCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/**
 * A function of an extension module, or a method of a type made in C bound to its receiver: {@code
 * builtin_function_or_method} (C-API manual, PyCFunction).
 */
public final class PyNativeFunction extends PyObject
        implements NativeCallable, FunctionOrMethod, MethodMember {
    final MethodDefinition definition;

    /** {@code __self__}, what C gets as self; null for NULL. */
    final Object self;

    /** The defining class, for METH_METHOD; else null. */
    final Object cls;

    /** {@code __module__}, or null; Python code may set it. */
    private Object module;

    public PyNativeFunction(MethodDefinition definition, Object self, Object module, Object cls) {
        super(BuiltinFunctionType.TYPE);
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
    public MethodDefinition definition() {
        return definition;
    }

    @Override
    public Object self() {
        return self;
    }

    @Override
    public Object shownSelf() {
        boolean isStatic = (definition.flags & MethodDefinition.STATIC) != 0;
        return self == null || isStatic ? Singleton.NONE : self;
    }

    @Override
    public Object module() {
        return module;
    }

    @Override
    public void setModule(Object module) {
        this.module = module;
    }

    @Override
    public boolean isSameFunction(FunctionOrMethod other) {
        return other instanceof PyNativeFunction f && definition.address == f.definition.address;
    }

    @Override
    public long functionHash() {
        return definition.address;
    }

    public Object cls() {
        return cls;
    }
}
