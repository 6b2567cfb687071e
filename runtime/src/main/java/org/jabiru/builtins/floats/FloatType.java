package org.jabiru.builtins.floats;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyType;

/** The methods of float. */
@BuiltinType("float")
public final class FloatType {
    public static final PyType TYPE =
            PyType.builtin("float", FloatTypeTable::new, type -> new PyFloat(type, 0.0));

    private FloatType() {}
}
