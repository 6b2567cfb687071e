package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of class methods of builtin types. */
@BuiltinType("classmethod_descriptor")
public final class ClassMethodDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("classmethod_descriptor", ClassMethodDescriptorTypeTable::new, null)
                    .sealed();

    private ClassMethodDescriptorType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyClassMethodDescriptor self) {
        return "<method '"
                + self.table.name(self.index)
                + "' of '"
                + self.owner.name()
                + "' objects>";
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(PyClassMethodDescriptor self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(PyClassMethodDescriptor self, Object instance, Object owner) {
        return self.getChecked(instance, owner);
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.FIELD)
    static Object owner(PyClassMethodDescriptor self) {
        return self.owner;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(PyClassMethodDescriptor self) {
        return self.name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyClassMethodDescriptor self) {
        return MemberAttributes.qualifiedName(self);
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyClassMethodDescriptor self) {
        return MemberAttributes.doc(self);
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyClassMethodDescriptor self) {
        return MemberAttributes.textSignature(self);
    }
}
