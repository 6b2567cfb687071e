package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** An attribute of a type made in C that functions compute: {@code PyGetSetDef}. */
public final class PyNativeGetSet extends PyObject implements Descriptor.Data, NativeAttribute {
    private final CapiContext context;
    private final PyType owner;
    private final TruffleString name;
    private final long getter;
    private final long setter;
    private final String doc;
    private final long closure;

    private PyNativeGetSet(CapiContext context, PyType owner, long p) {
        super(NativeAttributeType.GETSET);
        this.context = context;
        this.owner = owner;
        this.name = Str.of(Memory.string(Memory.getLong(p)));
        this.getter = Memory.getLong(p + 8);
        this.setter = Memory.getLong(p + 16);
        long d = Memory.getLong(p + 24);
        this.doc = d == 0 ? null : Memory.string(d);
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
    public String doc() {
        return doc;
    }

    @Override
    public Object get(Object instance, PyType type) {
        if (instance == null) {
            return this;
        }
        checkInstance(instance);
        if (getter == 0) {
            throw Errors.attributeError(
                    "attribute '%s' of '%s' objects is not readable", Str.java(name), owner.name());
        }
        long self = context.crossing.toNew(instance);
        context.boundary.enter();
        long p;
        try {
            p = context.state.functions.jabiru_object_call2(getter, self, closure);
        } finally {
            context.boundary.leave();
        }
        context.crossing.release(self);
        return context.calls.result(p, this);
    }

    @Override
    public void set(Object instance, Object value) {
        checkInstance(instance);
        if (setter == 0) {
            throw Errors.attributeError(
                    "attribute '%s' of '%s' objects is not writable", Str.java(name), owner.name());
        }
        long self = context.crossing.toNew(instance);
        long v = value == null ? 0 : context.crossing.toNew(value);
        context.boundary.enter();
        long status;
        try {
            status = context.state.functions.jabiru_int_call3(setter, self, v, closure);
        } finally {
            context.boundary.leave();
        }
        if (v != 0) {
            context.crossing.release(v);
        }
        context.crossing.release(self);
        if (status == -1) {
            throw context.errors.failure(this);
        }
    }

    private void checkInstance(Object instance) {
        if (!Types.of(instance).isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    Str.java(name), owner.name(), Types.of(instance).name());
        }
    }
}
