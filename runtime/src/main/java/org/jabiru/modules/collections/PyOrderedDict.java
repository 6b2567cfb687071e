package org.jabiru.modules.collections;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;

/** An OrderedDict: dicts keep their order anyway, so it only adds methods. */
public final class PyOrderedDict extends PyDict {
    /** A key that a method of dict has removed: CPython's list of keys has it still. */
    private Object lost;

    public PyOrderedDict(PyType type) {
        super(type);
    }

    @Override
    protected void removedAsDict(Object key) {
        lost = key;
    }

    /** As CPython's: a dict, and the nodes of its linked list with a table that finds them. */
    long sizeInBytes() {
        return TypeLayout.basicSize(type()) + tableSizeInC() + 8 * placesInC() + 32L * size();
    }

    /** KeyError when the value of a key cannot be found by it, or one is missing. */
    void checkEntry(Object key) {
        if (lost != null) {
            if (find(lost) < 0) {
                throw Errors.keyError(lost);
            }
            lost = null;
        }
        boolean sure = key instanceof TruffleString || key instanceof Long;
        if (!sure && find(key) < 0) {
            throw Errors.keyError(key);
        }
    }

    /** {@link #checkEntry} for all keys. */
    void checkEntries() {
        for (int i = first(); i >= 0; i = next(i)) {
            checkEntry(keyAt(i));
        }
    }
}
