package org.jabiru.builtins.dict;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of dict. */
@BuiltinType("dict")
public final class DictType {
    public static final PyType TYPE =
            PyType.builtin("dict", DictTypeTable::new, PyDict::new);

    private DictType() {}
}
