package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.NativeCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** A method of a type made in C: {@code method_descriptor} or {@code classmethod_descriptor}. */
public final class PyNativeMethod extends PyObject
        implements NativeCallable, Descriptor, DefinedInC {
    final MethodDefinition definition;
    final PyType owner;
    final boolean ofClass;

    public PyNativeMethod(MethodDefinition definition, PyType owner, boolean ofClass) {
        super(NativeMethodType.TYPE);
        this.definition = definition;
        this.owner = owner;
        this.ofClass = ofClass;
    }

    @Override
    public void drop(PyObject result) {
        DroppedCursors.drop(owner, definition.name, result);
    }

    @Override
    public long definitionAddress() {
        return definition.address;
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
        check(instance);
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
        if (args.length - from - (keywords == null ? 0 : keywords.length) < 1) {
            throw Errors.typeError(
                    "unbound method %s.%s() needs an argument", owner.name(), definition.name);
        }
        if (ofClass) {
            if (!(args[from] instanceof PyType t) || !t.isSubtype(owner)) {
                throw Errors.typeError(
                        "descriptor '%s' requires a subtype of '%s'",
                        definition.name, owner.name());
            }
        } else {
            check(args[from]);
        }
        return definition.call(args[from], owner, args, from + 1, keywords, this);
    }

    private void check(Object instance) {
        PyType type = Types.of(instance);
        if (type != owner && !type.isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    definition.name, owner.name(), type.name());
        }
    }
}
