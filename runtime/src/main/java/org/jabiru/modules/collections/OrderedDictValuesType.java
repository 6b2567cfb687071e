package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.DictValuesType;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of {@code OrderedDict.values()}. */
@BuiltinType("odict_values")
public final class OrderedDictValuesType {
    public static final PyType TYPE =
            PyType.builtin(
                            "odict_values",
                            DictValuesType.TYPE,
                            OrderedDictValuesTypeTable::new,
                            null)
                    .sealed();

    private OrderedDictValuesType() {}
}
