package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of builtin functions and of builtin methods bound to a receiver. */
@BuiltinType("builtin_function_or_method")
public final class BuiltinFunctionType {
    public static final PyType TYPE =
            PyType.builtin("builtin_function_or_method", BuiltinFunctionTypeTable::new, null).sealed();

    private BuiltinFunctionType() {}
}
