package org.jabiru.builtins.list;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of list. */
@BuiltinType("list")
public final class ListType {
    public static final PyType TYPE =
            PyType.builtin("list", ListTypeTable::new, PyList::new);

    private ListType() {}
}
