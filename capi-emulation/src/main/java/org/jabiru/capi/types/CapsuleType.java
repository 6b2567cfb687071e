package org.jabiru.capi.types;

import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** {@code types.CapsuleType}: a C pointer in a Python object (C-API manual, Capsules). */
@BuiltinType("PyCapsule")
public final class CapsuleType {
    public static final PyType TYPE =
            PyType.builtin("PyCapsule", CapsuleTypeTable::new, PyNativeObject::new).sealed();

    /** Where the memory has the name. */
    private static final int NAME = 24;

    private CapsuleType() {}

    @Builtin("__repr__(self, /)")
    static String repr(PyNativeObject self) {
        long name = Memory.getLong(self.address() + NAME);
        String shown = name == 0 ? "NULL" : '"' + Memory.string(name) + '"';
        return "<capsule object " + shown + " at 0x" + Long.toHexString(self.address()) + ">";
    }
}
