package org.jabiru.builtins.none;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of NotImplemented. */
@BuiltinType("NotImplementedType")
public final class NotImplementedType {
    public static final PyType TYPE =
            PyType.builtin("NotImplementedType", NotImplementedTypeTable::new, null).sealed();

    private NotImplementedType() {}
}
