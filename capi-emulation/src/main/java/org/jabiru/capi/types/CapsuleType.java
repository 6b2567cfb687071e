package org.jabiru.capi.types;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** {@code types.CapsuleType}: a C pointer in a Python object (C-API manual, Capsules). */
@BuiltinType("PyCapsule")
public final class CapsuleType {
    public static final PyType TYPE =
            PyType.builtin("PyCapsule", CapsuleTypeTable::new, PyNativeObject::new).sealed();

    private CapsuleType() {}

    @Builtin("__repr__(self, /)")
    static String repr(PyNativeObject self) {
        return "<capsule object at 0x" + Long.toHexString(self.address()) + ">";
    }
}
