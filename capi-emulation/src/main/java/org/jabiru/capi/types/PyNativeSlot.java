package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.SpecialMethodDocs;
import org.jabiru.builtins.function.TypeMember;
import org.jabiru.builtins.function.WrapperDescriptorType;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** A special method that is a C slot: {@code wrapper_descriptor}. */
public final class PyNativeSlot extends PyObject implements JavaCallable, TypeMember {
    final CapiContext context;
    final Slot slot;
    final long function;
    final PyType owner;

    PyNativeSlot(CapiContext context, Slot slot, long function, PyType owner) {
        super(WrapperDescriptorType.TYPE);
        this.context = context;
        this.slot = slot;
        this.function = function;
        this.owner = owner;
    }

    @Override
    public PyType owner() {
        return owner;
    }

    @Override
    public TruffleString name() {
        return Str.name(slot.method());
    }

    @Override
    public Object doc() {
        String doc = SpecialMethodDocs.docOrNull(slot.method());
        return doc == null ? Singleton.NONE : Str.of(doc);
    }

    @Override
    public Object textSignature() {
        return Str.of(slot.textSignature());
    }

    @Override
    public Object get(Object instance, PyType type) {
        return instance == null ? this : new PyBoundSlot(this, instance);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (args.length == (keywords == null ? 0 : keywords.length)) {
            throw Errors.typeError(
                    "descriptor '%s' of '%s' object needs an argument",
                    slot.method(), owner.name());
        }
        if (!Types.of(args[0]).isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' requires a '%s' object but received a '%s'",
                    slot.method(), owner.name(), Types.of(args[0]).name());
        }
        return context.watch == null
                ? context.slotCalls.call(this, args, keywords)
                : context.watch.call(
                        owner.name() + "." + slot.method(),
                        args[0],
                        args,
                        1,
                        () -> context.slotCalls.call(this, args, keywords));
    }
}
