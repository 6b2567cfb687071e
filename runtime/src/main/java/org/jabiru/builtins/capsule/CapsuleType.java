package org.jabiru.builtins.capsule;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** {@code types.CapsuleType}: a C pointer in a Python object (C-API manual, Capsules). */
@BuiltinType("PyCapsule")
public final class CapsuleType {
    public static final PyType TYPE =
            PyType.builtin("PyCapsule", CapsuleTypeTable::new, null).sealed();

    /** What the C-API makes as an instance. */
    public interface Capsule {
        /** The name and the address, as {@code repr} shows them. */
        String shown();
    }

    private CapsuleType() {}

    @Builtin("__repr__(self, /)")
    static String repr(PyObject self) {
        return "<capsule object " + ((Capsule) self).shown() + ">";
    }
}
