package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of bound methods. */
@BuiltinType("method")
public final class MethodType {
    public static final PyType TYPE =
            PyType.builtin("method", MethodTypeTable::new, null).sealed();

    private MethodType() {}
}
