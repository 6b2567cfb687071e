package org.jabiru.builtins.dict;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The iterators over the keys, values or items of a dict, in either direction. */
public final class PyDictIterator extends PyObject implements JavaIterator {
    /** What of an entry an iterator or view shows. */
    public enum Part {
        KEYS,
        VALUES,
        ITEMS;

        /** The part of the entry at a position. */
        public Object of(PyDict dict, int position) {
            return switch (this) {
                case KEYS -> dict.keyAt(position);
                case VALUES -> dict.valueAt(position);
                case ITEMS -> new PyTuple(dict.keyAt(position), dict.valueAt(position));
            };
        }
    }

    /** Null when exhausted. */
    private PyDict dict;

    private final Part part;
    private final boolean reversed;
    private int size;
    private int left;

    /** Where the last item was. */
    private int position;

    public PyDictIterator(PyDict dict, Part part, boolean reversed) {
        super(typeFor(part, reversed));
        this.dict = dict;
        this.part = part;
        this.reversed = reversed;
        this.size = dict.size();
        this.left = size;
        this.position = reversed ? Integer.MAX_VALUE : -1;
    }

    private static PyType typeFor(Part part, boolean reversed) {
        return switch (part) {
            case KEYS -> reversed ? DictReverseKeyIteratorType.TYPE : DictKeyIteratorType.TYPE;
            case VALUES ->
                    reversed ? DictReverseValueIteratorType.TYPE : DictValueIteratorType.TYPE;
            case ITEMS -> reversed ? DictReverseItemIteratorType.TYPE : DictItemIteratorType.TYPE;
        };
    }

    @Override
    public Object next() {
        PyDict d = dict;
        if (d == null) {
            return null;
        }
        if (d.size() != size) {
            // Every later call fails too.
            size = -1;
            throw Errors.runtimeError("dictionary changed size during iteration");
        }
        int at = reversed ? d.previous(position) : d.next(position);
        if (at < 0) {
            dict = null;
            return null;
        }
        if (left == 0) {
            dict = null;
            throw Errors.runtimeError("dictionary keys changed during iteration");
        }
        position = at;
        left--;
        return part.of(d, at);
    }

    Object lengthHint() {
        return dict == null || dict.size() != size ? 0L : (long) left;
    }

    Object reduce() {
        PyList rest = new PyList();
        if (dict != null) {
            PyDictIterator copy = new PyDictIterator(dict, part, reversed);
            copy.size = size;
            copy.left = left;
            copy.position = position;
            for (Object x = copy.next(); x != null; x = copy.next()) {
                rest.append(x);
            }
        }
        return IteratorMethods.reduceToIter(rest);
    }
}
