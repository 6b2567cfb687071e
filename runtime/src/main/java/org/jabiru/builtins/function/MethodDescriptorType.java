package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of methods of builtin types. */
@BuiltinType("method_descriptor")
public final class MethodDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("method_descriptor", MethodDescriptorTypeTable::new, null).sealed();

    private MethodDescriptorType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(TypeMember self) {
        return MemberAttributes.repr("method", self);
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(TypeMember self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(TypeMember self, Object instance, Object owner) {
        return MemberAttributes.bind(self, instance, owner);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(TypeMember self) {
        return MemberAttributes.reduce(self.owner(), self.name());
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.FIELD)
    static Object owner(TypeMember self) {
        return self.owner();
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(TypeMember self) {
        return self.name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(TypeMember self) {
        return self.qualifiedName();
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(TypeMember self) {
        return self.doc();
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(TypeMember self) {
        return self.textSignature();
    }
}
