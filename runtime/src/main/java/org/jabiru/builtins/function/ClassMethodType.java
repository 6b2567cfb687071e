package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@code classmethod}. */
@BuiltinType("classmethod")
public final class ClassMethodType {
    public static final PyType TYPE =
            PyType.builtin("classmethod", ClassMethodTypeTable::new, PyClassMethod::new).withInstanceDict();

    private ClassMethodType() {}
}
