package org.jabiru.capi.types;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.SpecialMethodDocs;
import org.jabiru.builtins.function.WrapperDescriptorType;
import org.jabiru.capi.functions.Calls;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The attributes of special methods that are C slots. */
@BuiltinType("wrapper_descriptor")
public final class NativeSlotType {
    public static final PyType TYPE =
            PyType.builtin(
                            "wrapper_descriptor",
                            WrapperDescriptorType.TYPE,
                            NativeSlotTypeTable::new,
                            null)
                    .sealed();

    private NativeSlotType() {}

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyNativeSlot self) {
        return Str.of(self.slot.method());
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyNativeSlot self) {
        return Str.of(Str.java(self.owner.qualifiedName()) + "." + self.slot.method());
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.GETTER)
    static Object objclass(PyNativeSlot self) {
        return self.owner;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyNativeSlot self) {
        String doc = SpecialMethodDocs.docOrNull(self.slot.method());
        return doc == null ? Singleton.NONE : Str.of(doc);
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyNativeSlot self) {
        return Str.of(self.slot.textSignature());
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static Object get(PyNativeSlot self, Object instance, Object owner) {
        return self.get(
                instance == Singleton.NONE ? null : instance, owner instanceof PyType t ? t : null);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyNativeSlot self, Object[] args, PyDict keywords) {
        return Calls.withDict(self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyNativeSlot self) {
        return "<slot wrapper '" + self.slot.method() + "' of '" + self.owner.name() + "' objects>";
    }
}
