package org.jabiru.builtins.code;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@code types.CodeType}. */
@BuiltinType("code")
public final class CodeType {
    public static final PyType TYPE = PyType.builtin("code", CodeTypeTable::new, null).sealed();

    private CodeType() {}
}
