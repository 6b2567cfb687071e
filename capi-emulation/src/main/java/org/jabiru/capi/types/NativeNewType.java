package org.jabiru.capi.types;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.builtins.function.SpecialMethodDocs;
import org.jabiru.capi.functions.Calls;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The attributes of {@link PyNativeNew}. */
@BuiltinType("builtin_function_or_method")
public final class NativeNewType {
    public static final PyType TYPE =
            PyType.builtin(
                            "builtin_function_or_method",
                            BuiltinFunctionType.TYPE,
                            NativeNewTypeTable::new,
                            null)
                    .sealed();

    private NativeNewType() {}

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyNativeNew self) {
        return Str.name("__new__");
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyNativeNew self) {
        return Str.of(Str.java(self.newOf().qualifiedName()) + ".__new__");
    }

    @Builtin(value = "__self__", kind = BuiltinKind.GETTER)
    static Object self(PyNativeNew self) {
        return self.newOf();
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyNativeNew self) {
        return Str.of(SpecialMethodDocs.docOrNull("__new__"));
    }

    @Builtin(value = "__module__", kind = BuiltinKind.GETTER)
    static Object module(PyNativeNew self) {
        return Singleton.NONE;
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyNativeNew self) {
        return Str.of("($type, *args, **kwargs)");
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyNativeNew self, Object[] args, PyDict keywords) {
        return Calls.withDict(self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyNativeNew self) {
        return "<built-in method __new__ of type object at 0x"
                + Long.toHexString(System.identityHashCode(self.newOf()))
                + ">";
    }
}
