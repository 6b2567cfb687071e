package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.PyDictIterator.Part;
import org.jabiru.builtins.dict.PyDictView;

/** What {@code OrderedDict.keys()}, {@code values()} and {@code items()} return. */
final class OrderedDictView extends PyDictView {
    OrderedDictView(PyOrderedDict dict, Part part) {
        super(
                switch (part) {
                    case KEYS -> OrderedDictKeysType.TYPE;
                    case VALUES -> OrderedDictValuesType.TYPE;
                    case ITEMS -> OrderedDictItemsType.TYPE;
                },
                dict,
                part);
    }

    @Override
    public Object iterator(boolean reversed) {
        return new OrderedDictIterator((PyOrderedDict) dict, part, reversed);
    }
}
