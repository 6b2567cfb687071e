package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.DictKeysType;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The type of {@code OrderedDict.keys()}. */
@BuiltinType("odict_keys")
public final class OrderedDictKeysType {
    public static final PyType TYPE =
            PyType.builtin("odict_keys", DictKeysType.TYPE, OrderedDictKeysTypeTable::new, null)
                    .sealed();

    private OrderedDictKeysType() {}
}
