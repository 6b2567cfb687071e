package org.jabiru.capi.types;

import org.jabiru.builtins.function.GetSetDescriptorType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** An attribute of a type made in C that functions compute: {@code PyGetSetDef}. */
public final class PyNativeGetSet extends NativeAttribute {
    private final long getter;
    private final long setter;
    private final long closure;

    private PyNativeGetSet(CapiContext context, PyType owner, long p) {
        super(GetSetDescriptorType.TYPE, context, owner, p, 24);
        this.getter = Memory.getLong(p + 8);
        this.setter = Memory.getLong(p + 16);
        this.closure = Memory.getLong(p + 32);
    }

    public static PyNativeGetSet read(CapiContext context, PyType owner, long p) {
        return new PyNativeGetSet(context, owner, p);
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
