package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@code staticmethod}. */
@BuiltinType("staticmethod")
public final class StaticMethodType {
    public static final PyType TYPE =
            PyType.builtin("staticmethod", StaticMethodTypeTable::new, PyStaticMethod::new).withInstanceDict();

    private StaticMethodType() {}
}
