package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@code types.FunctionType}. */
@BuiltinType("function")
public final class FunctionType {
    public static final PyType TYPE = PyType.builtin("function", FunctionTypeTable::new, null).sealed().withInstanceDict().withWeakReferences();

    private FunctionType() {}
}
