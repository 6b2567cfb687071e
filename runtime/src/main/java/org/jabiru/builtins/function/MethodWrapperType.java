package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of special methods of builtin types that are bound to a receiver. */
@BuiltinType("method-wrapper")
public final class MethodWrapperType {
    public static final PyType TYPE =
            PyType.builtin("method-wrapper", MethodWrapperTypeTable::new, null).sealed();

    private MethodWrapperType() {}
}
