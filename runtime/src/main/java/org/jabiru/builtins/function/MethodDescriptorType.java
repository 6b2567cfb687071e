package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of methods of builtin types. */
@BuiltinType("method_descriptor")
public final class MethodDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("method_descriptor", MethodDescriptorTypeTable::new, null).sealed();

    private MethodDescriptorType() {}
}
