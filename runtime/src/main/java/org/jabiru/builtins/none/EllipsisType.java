package org.jabiru.builtins.none;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of Ellipsis. */
@BuiltinType("ellipsis")
public final class EllipsisType {
    public static final PyType TYPE =
            PyType.builtin("ellipsis", EllipsisTypeTable::new, null).sealed();

    private EllipsisType() {}
}
