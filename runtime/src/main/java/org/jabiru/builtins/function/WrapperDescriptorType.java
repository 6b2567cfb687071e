package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of special methods of builtin types. */
@BuiltinType("wrapper_descriptor")
public final class WrapperDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("wrapper_descriptor", WrapperDescriptorTypeTable::new, null).sealed();

    private WrapperDescriptorType() {}
}
