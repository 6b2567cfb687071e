package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.ClassMethodDescriptorType;
import org.jabiru.builtins.function.MethodDescriptorType;
import org.jabiru.builtins.function.TypeMember;
import org.jabiru.object.Errors;
import org.jabiru.object.NativeCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** A method of a type made in C: {@code method_descriptor} or {@code classmethod_descriptor}. */
public final class PyNativeMethod extends PyObject
        implements NativeCallable, TypeMember, MethodMember {
    final MethodDefinition definition;
    final PyType owner;
    final boolean ofClass;

    public PyNativeMethod(MethodDefinition definition, PyType owner, boolean ofClass) {
        super(ofClass ? ClassMethodDescriptorType.TYPE : MethodDescriptorType.TYPE);
        this.definition = definition;
        this.owner = owner;
        this.ofClass = ofClass;
    }

    @Override
    public void drop(PyObject result) {
        DroppedCursors.drop(owner, definition.name, result);
    }

    @Override
    public Object get(Object instance, PyType type) {
        if (ofClass) {
            PyType cls = type != null ? type : Types.of(instance);
            return new PyNativeFunction(definition, cls, null, owner);
        }
        if (instance == null) {
            return this;
        }
        checkApplies(instance);
        return new PyNativeFunction(definition, instance, null, owner);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return call(args, 0, keywords);
    }

    @Override
    public Object callFrom(Object[] args, int from) {
        return call(args, from, NO_KEYWORDS);
    }

    @Override
    public Object callOne(Object argument) {
        return call(new Object[] {argument}, 0, NO_KEYWORDS);
    }

    private Object call(Object[] args, int from, TruffleString[] keywords) {
        int count = args.length - (keywords == null ? 0 : keywords.length);
        if (ofClass) {
            ClassMethodDescriptorType.checkReceiver(this, args, from, count);
        } else if (count <= from) {
            throw Errors.typeError(
                    "unbound method %s() needs an argument", Str.java(qualifiedName()));
        } else {
            checkApplies(args[from]);
        }
        return definition.call(args[from], owner, args, from + 1, keywords, this);
    }

    @Override
    public void checkApplies(Object instance) {
        if (ofClass) {
            ClassMethodDescriptorType.checkApplies(this, instance);
        } else {
            TypeMember.super.checkApplies(instance);
        }
    }

    @Override
    public MethodDefinition definition() {
        return definition;
    }

    @Override
    public PyType owner() {
        return owner;
    }
}
