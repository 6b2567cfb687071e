package org.jabiru.builtins.function;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The type of attributes of builtin types. */
@BuiltinType("getset_descriptor")
public final class GetSetDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("getset_descriptor", GetSetDescriptorTypeTable::new, null).sealed();

    private GetSetDescriptorType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyObject self) {
        return "<attribute '"
                + AttributeDescriptors.name(self)
                + "' of '"
                + AttributeDescriptors.owner(self).name()
                + "' objects>";
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(PyObject self, Object instance, Object owner) {
        return AttributeDescriptors.get(self, instance, owner);
    }

    @Builtin(
            value = "__set__(self, instance, value, /)",
            doc = "Set an attribute of instance to value.")
    static void set(PyObject self, Object instance, Object value) {
        AttributeDescriptors.set(self, instance, value);
    }

    @Builtin(value = "__delete__(self, instance, /)", doc = "Delete an attribute of instance.")
    static void delete(PyObject self, Object instance) {
        AttributeDescriptors.set(self, instance, null);
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.FIELD)
    static Object owner(PyObject self) {
        return AttributeDescriptors.owner(self);
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static String name(PyObject self) {
        return AttributeDescriptors.name(self);
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyObject self) {
        return AttributeDescriptors.doc(self);
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyObject self) {
        return AttributeDescriptors.qualifiedName(self);
    }
}
