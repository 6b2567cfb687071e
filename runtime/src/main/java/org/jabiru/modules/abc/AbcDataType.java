package org.jabiru.modules.abc;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of {@link PyAbcData}. */
@BuiltinType("_abc._abc_data")
final class AbcDataType {
    static final PyType TYPE =
            PyType.builtin("_abc._abc_data", AbcDataTypeTable::new, null).sealed();

    private AbcDataType() {}
}
