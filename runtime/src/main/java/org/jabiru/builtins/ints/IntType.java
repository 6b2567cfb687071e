package org.jabiru.builtins.ints;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyInt;
import org.jabiru.object.PyType;

/** The methods of int. */
@BuiltinType("int")
public final class IntType {
    public static final PyType TYPE =
            PyType.builtin("int", IntTypeTable::new, type -> new PyInt(type, 0L));

    private IntType() {}
}
