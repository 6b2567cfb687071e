package org.jabiru.builtins.dict;

import org.jabiru.builtins.dict.PyDictIterator.Part;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Comparison;

/** What {@code dict.keys()}, {@code values()} and {@code items()} return. */
public class PyDictView extends PyObject {
    public final PyDict dict;
    public final Part part;

    public PyDictView(PyDict dict, Part part) {
        this(typeFor(part), dict, part);
    }

    /** A view of a type derived from the builtin one (as those of OrderedDict). */
    protected PyDictView(PyType type, PyDict dict, Part part) {
        super(type);
        this.dict = dict;
        this.part = part;
    }

    private static PyType typeFor(Part part) {
        return switch (part) {
            case KEYS -> DictKeysType.TYPE;
            case VALUES -> DictValuesType.TYPE;
            case ITEMS -> DictItemsType.TYPE;
        };
    }

    /** Whether it is a view of keys or items, which behave like sets. */
    final boolean isSetLike() {
        return part != Part.VALUES;
    }

    final boolean contains(Object item) {
        if (part == Part.KEYS) {
            return dict.find(item) >= 0;
        }
        if (!(item instanceof PyTuple t) || t.size() != 2) {
            return false;
        }
        Object value = dict.get(t.get(0));
        return value != null && Comparison.sameOrEqual(value, t.get(1));
    }

    /** The iterator that {@code iter(view)} and {@code reversed(view)} return. */
    public Object iterator(boolean reversed) {
        return new PyDictIterator(dict, part, reversed);
    }
}
