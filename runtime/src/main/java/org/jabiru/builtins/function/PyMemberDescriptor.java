package org.jabiru.builtins.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;

/** A slot that a class defines with {@code __slots__}: its value is kept outside the dict. */
public final class PyMemberDescriptor extends PyObject implements DataMember {
    public final PyType owner;
    public final TruffleString name;

    /** The key under which instances keep the value in their shape. */
    public final HiddenKey key;

    public PyMemberDescriptor(PyType owner, TruffleString name) {
        super(MemberDescriptorType.TYPE);
        this.owner = owner;
        this.name = name;
        this.key = new HiddenKey(Str.java(name));
    }

    @Override
    public TruffleString name() {
        return name;
    }

    @Override
    public PyType owner() {
        return owner;
    }

    @Override
    public Object doc() {
        return Singleton.NONE;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object get(Object instance, PyType type) {
        if (instance == null) {
            return this;
        }
        Object value =
                DynamicObjectLibrary.getUncached().getOrDefault(checked(instance), key, null);
        if (value == null) {
            throw Attributes.withNameAndObject(
                    Errors.attributeError(
                            "'%s' object has no attribute '%s'",
                            TypeType.fullyQualifiedName(Types.of(instance)), Str.java(name)),
                    instance,
                    name);
        }
        return value;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void set(Object instance, Object value) {
        DynamicObjectLibrary store = DynamicObjectLibrary.getUncached();
        PyObject o = checked(instance);
        if (value != null) {
            store.put(o, key, value);
        } else if (store.containsKey(o, key)) {
            store.removeKey(o, key);
        } else {
            throw Attributes.withNameAndObject(
                    Errors.attributeError("%s", Str.java(name)), o, name);
        }
    }

    private PyObject checked(Object instance) {
        checkApplies(instance);
        return (PyObject) instance;
    }
}
