package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of attributes of builtin types. */
@BuiltinType("getset_descriptor")
public final class GetSetDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("getset_descriptor", GetSetDescriptorTypeTable::new, null).sealed();

    private GetSetDescriptorType() {}
}
