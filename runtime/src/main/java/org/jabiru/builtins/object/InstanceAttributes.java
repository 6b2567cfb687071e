package org.jabiru.builtins.object;

import java.lang.ref.WeakReference;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyGetSetDescriptor;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Descriptors;

/** {@code __dict__} and {@code __weakref__} of the classes whose instances have them. */
@BuiltinType("object")
public final class InstanceAttributes {
    private static final BuiltinTable TABLE = new InstanceAttributesTable();

    private InstanceAttributes() {}

    /** The attribute {@code __dict__} for a class. */
    public static PyGetSetDescriptor dict(PyType owner) {
        return attribute(owner, "__dict__");
    }

    /** The attribute {@code __weakref__} for a class. */
    public static PyGetSetDescriptor weakReference(PyType owner) {
        return attribute(owner, "__weakref__");
    }

    private static PyGetSetDescriptor attribute(PyType owner, String name) {
        int getter = -1;
        int setter = -1;
        for (int i = 0; i < TABLE.size(); i++) {
            if (TABLE.name(i).equals(name)) {
                if (TABLE.kind(i) == '=') {
                    setter = i;
                } else {
                    getter = i;
                }
            }
        }
        return new PyGetSetDescriptor(owner, TABLE, getter, setter);
    }

    @Builtin(
            value = "__dict__",
            kind = BuiltinKind.GETTER,
            doc = "dictionary for instance variables")
    static Object dict(PyObject self) {
        // The instances of a metaclass have the dict that all classes have.
        return self instanceof PyType t
                ? Descriptors.get(TypeType.TYPE.lookup("__dict__"), t, t.type())
                : Attributes.instanceDict(self);
    }

    @Builtin(value = "__dict__", kind = BuiltinKind.SETTER)
    static void setDict(PyObject self, Object value) {
        if (self instanceof PyType) {
            throw Errors.attributeError("attribute '__dict__' of 'type' objects is not writable");
        }
        if (self instanceof PyModule) {
            throw Errors.attributeError("readonly attribute");
        }
        if (value == null) {
            PyType builtin = self.type();
            while (builtin.isHeapType()) {
                builtin = builtin.base();
            }
            if (builtin.lookup("__dict__") != null) {
                throw Errors.typeError("cannot delete __dict__");
            }
            Attributes.setInstanceDict(self, new PyDict());
        } else if (value instanceof PyDict d) {
            Attributes.setInstanceDict(self, d);
        } else {
            throw Errors.typeError(
                    "__dict__ must be set to a dictionary, not a '%s'", Types.of(value).name());
        }
    }

    @Builtin(
            value = "__weakref__",
            kind = BuiltinKind.GETTER,
            doc = "list of weak references to the object")
    static Object weakReference(PyObject self) {
        IdentityTable.Entry entry = IdentityTable.get().entryOrNull(self);
        if (entry != null && entry.references != null) {
            for (WeakReference<Object> r : entry.references) {
                Object alive = r.get();
                if (alive != null) {
                    return alive;
                }
            }
        }
        return Singleton.NONE;
    }
}
