package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** A method of a type made in C: {@code method_descriptor} or {@code classmethod_descriptor}. */
public final class PyNativeMethod extends PyObject implements JavaCallable, Descriptor {
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
        if (args.length - (keywords == null ? 0 : keywords.length) < 1) {
            throw Errors.typeError(
                    "unbound method %s.%s() needs an argument", owner.name(), definition.name);
        }
        if (ofClass) {
            if (!(args[0] instanceof PyType t) || !t.isSubtype(owner)) {
                throw Errors.typeError(
                        "descriptor '%s' requires a subtype of '%s'",
                        definition.name, owner.name());
            }
        } else {
            check(args[0]);
        }
        return definition.call(args[0], owner, args, 1, keywords, this);
    }

    private void check(Object instance) {
        if (!Types.of(instance).isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    definition.name, owner.name(), Types.of(instance).name());
        }
    }
}
