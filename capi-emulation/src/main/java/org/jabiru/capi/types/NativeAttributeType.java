package org.jabiru.capi.types;

import org.jabiru.builtins.function.GetSetDescriptorType;
import org.jabiru.builtins.function.MemberDescriptorType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The attributes of {@link PyNativeGetSet} and {@link PyNativeMember} themselves. */
@BuiltinType("getset_descriptor")
public final class NativeAttributeType {
    public static final PyType GETSET =
            PyType.builtin(
                            "getset_descriptor",
                            GetSetDescriptorType.TYPE,
                            NativeAttributeTypeTable::new,
                            null)
                    .sealed();

    public static final PyType MEMBER =
            PyType.builtin(
                            "member_descriptor",
                            MemberDescriptorType.TYPE,
                            NativeAttributeTypeTable::new,
                            null)
                    .sealed();

    private NativeAttributeType() {}

    private static NativeAttribute of(PyObject self) {
        return (NativeAttribute) self;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyObject self) {
        return of(self).name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyObject self) {
        NativeAttribute a = of(self);
        return Str.of(Str.java(a.owner().qualifiedName()) + "." + Str.java(a.name()));
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.GETTER)
    static Object objclass(PyObject self) {
        return of(self).owner();
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyObject self) {
        String doc = of(self).doc();
        return doc == null ? Singleton.NONE : Str.of(doc);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyObject self) {
        NativeAttribute a = of(self);
        String kind = self instanceof PyNativeMember ? "member" : "attribute";
        return "<" + kind + " '" + Str.java(a.name()) + "' of '" + a.owner().name() + "' objects>";
    }
}
