package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.DictItemsType;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of {@code OrderedDict.items()}. */
@BuiltinType("odict_items")
public final class OrderedDictItemsType {
    public static final PyType TYPE =
            PyType.builtin("odict_items", DictItemsType.TYPE, OrderedDictItemsTypeTable::new, null)
                    .sealed();

    private OrderedDictItemsType() {}
}
