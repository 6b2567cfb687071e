package org.jabiru.capi.functions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.MethodDescriptorType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The attributes of methods that are written in C. */
@BuiltinType("method_descriptor")
public final class NativeMethodType {
    public static final PyType TYPE =
            PyType.builtin(
                            "method_descriptor",
                            MethodDescriptorType.TYPE,
                            NativeMethodTypeTable::new,
                            null)
                    .sealed();

    private NativeMethodType() {}

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyNativeMethod self) {
        return Str.of(self.definition.name);
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyNativeMethod self) {
        return Str.of(Str.java(self.owner.qualifiedName()) + "." + self.definition.name);
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.GETTER)
    static Object objclass(PyNativeMethod self) {
        return self.owner;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyNativeMethod self) {
        return self.definition.doc();
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyNativeMethod self) {
        return self.definition.textSignature();
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static Object get(PyNativeMethod self, Object instance, Object owner) {
        return self.get(
                instance == Singleton.NONE ? null : instance, owner instanceof PyType t ? t : null);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyNativeMethod self, Object[] args, PyDict keywords) {
        return Calls.withDict(self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyNativeMethod self) {
        return "<method '" + self.definition.name + "' of '" + self.owner.name() + "' objects>";
    }
}
