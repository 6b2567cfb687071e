package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.GetSetDescriptorType;
import org.jabiru.builtins.function.TypeMember;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.DefinedInC;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** An attribute of a type made in C that functions compute: {@code PyGetSetDef}. */
public final class PyNativeGetSet extends PyObject
        implements TypeMember, Descriptor.Data, DefinedInC {
    private final CapiContext context;
    private final PyType owner;
    private final TruffleString name;
    private final long getter;
    private final long setter;
    private final long definition;
    private final long closure;

    private PyNativeGetSet(CapiContext context, PyType owner, long p) {
        super(GetSetDescriptorType.TYPE);
        this.context = context;
        this.owner = owner;
        this.name = Str.of(Memory.string(Memory.getLong(p)));
        this.getter = Memory.getLong(p + 8);
        this.setter = Memory.getLong(p + 16);
        this.definition = p;
        this.closure = Memory.getLong(p + 32);
    }

    public static PyNativeGetSet read(CapiContext context, PyType owner, long p) {
        return new PyNativeGetSet(context, owner, p);
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
    public long definitionAddress() {
        return definition;
    }

    @Override
    public Object doc() {
        long d = Memory.getLong(definition + 24);
        return d == 0 ? Singleton.NONE : Str.of(Memory.string(d));
    }

    @Override
    public Object get(Object instance, PyType type) {
        if (instance == null) {
            return this;
        }
        checkApplies(instance);
        if (getter == 0) {
            throw Errors.attributeError(
                    "attribute '%s' of '%s' objects is not readable", Str.java(name), owner.name());
        }
        long p =
                context.calls.lending(
                        instance,
                        null,
                        null,
                        (self, b, c) ->
                                context.state.functions.jabiru_object_call2(getter, self, closure));
        return context.calls.result(p, this);
    }

    @Override
    public void set(Object instance, Object value) {
        checkApplies(instance);
        if (setter == 0) {
            throw Errors.attributeError(
                    "attribute '%s' of '%s' objects is not writable", Str.java(name), owner.name());
        }
        long status =
                context.calls.lending(
                        instance,
                        value,
                        null,
                        (self, v, c) ->
                                context.state.functions.jabiru_int_call3(setter, self, v, closure));
        if (status == -1) {
            throw context.errors.failure(this);
        }
    }
}
