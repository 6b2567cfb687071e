package org.jabiru.builtins.function;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of attributes of builtin types. */
@BuiltinType("getset_descriptor")
public final class GetSetDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("getset_descriptor", GetSetDescriptorTypeTable::new, null).sealed();

    private GetSetDescriptorType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(DataMember self) {
        return MemberAttributes.repr("attribute", self);
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(DataMember self, Object instance, Object owner) {
        return self.get(MemberAttributes.receiver(instance, owner), null);
    }

    @Builtin(
            value = "__set__(self, instance, value, /)",
            doc = "Set an attribute of instance to value.")
    static void set(DataMember self, Object instance, Object value) {
        self.set(instance, value);
    }

    @Builtin(value = "__delete__(self, instance, /)", doc = "Delete an attribute of instance.")
    static void delete(DataMember self, Object instance) {
        self.set(instance, null);
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.FIELD)
    static Object owner(DataMember self) {
        return self.owner();
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(DataMember self) {
        return self.name();
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(DataMember self) {
        return self.doc();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(DataMember self) {
        return self.qualifiedName();
    }
}
