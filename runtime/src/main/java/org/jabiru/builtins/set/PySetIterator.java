package org.jabiru.builtins.set;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;

/** The iterator over a set or frozenset. */
public final class PySetIterator extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    private PySet set;

    private int slot = -1;
    private int size;
    private int left;

    public PySetIterator(PySet set) {
        super(SetIteratorType.TYPE);
        this.set = set;
        this.size = set.size();
        this.left = size;
    }

    @Override
    public Object next() {
        PySet s = set;
        if (s == null) {
            return null;
        }
        if (s.size() != size) {
            // Every later call fails too.
            size = -1;
            throw Errors.runtimeError("Set changed size during iteration");
        }
        slot = s.next(slot);
        if (slot < 0) {
            set = null;
            return null;
        }
        left--;
        return s.keyAt(slot);
    }

    Object lengthHint() {
        return set == null || set.size() != size ? 0L : (long) left;
    }

    Object reduce() {
        PyList rest = new PyList();
        if (set != null) {
            PySetIterator copy = new PySetIterator(set);
            copy.slot = slot;
            copy.size = size;
            for (Object x = copy.next(); x != null; x = copy.next()) {
                rest.append(x);
            }
        }
        return IteratorMethods.reduceToIter(rest);
    }
}
