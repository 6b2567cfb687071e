package org.jabiru.modules.contextvars;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The type of {@code Token.MISSING}. */
@BuiltinType("MISSING")
public final class MissingType {
    public static final PyType TYPE =
            PyType.builtin("Token.MISSING", MissingTypeTable::new, null).sealed();

    private MissingType() {}

    @Builtin("__repr__(self, /)")
    static Object repr(PyObject self) {
        return Str.name("<Token.MISSING>");
    }
}
