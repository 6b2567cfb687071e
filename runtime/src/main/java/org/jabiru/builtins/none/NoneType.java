package org.jabiru.builtins.none;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of None. */
@BuiltinType("NoneType")
public final class NoneType {
    public static final PyType TYPE =
            PyType.builtin("NoneType", NoneTypeTable::new, null).sealed();

    private NoneType() {}
}
