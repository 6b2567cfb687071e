package org.jabiru.builtins.bool;

import org.jabiru.builtins.ints.IntType;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of bool. */
@BuiltinType("bool")
public final class BoolType {
    public static final PyType TYPE =
            PyType.builtin("bool", IntType.TYPE, BoolTypeTable::new, null).sealed();

    private BoolType() {}
}
