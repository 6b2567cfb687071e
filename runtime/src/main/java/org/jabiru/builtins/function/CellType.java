package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@code types.CellType}. */
@BuiltinType("cell")
public final class CellType {
    public static final PyType TYPE = PyType.builtin("cell", CellTypeTable::new, null).sealed();

    private CellType() {}
}
