package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of class methods of builtin types. */
@BuiltinType("classmethod_descriptor")
public final class ClassMethodDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("classmethod_descriptor", ClassMethodDescriptorTypeTable::new, null).sealed();

    private ClassMethodDescriptorType() {}
}
