package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.PyDictIterator.Part;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The iterator over an OrderedDict's keys, values or items. */
@BuiltinType("odict_iterator")
public final class OrderedDictIterator extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("odict_iterator", OrderedDictIteratorTable::new, null).sealed();

    /** Null when exhausted. */
    private PyOrderedDict dict;

    private final Part part;
    private final boolean reversed;
    private final int size;

    /** The position of the next item, -1 for none; and the key that must be there. */
    private int position;

    private Object key;

    OrderedDictIterator(PyOrderedDict dict, Part part, boolean reversed) {
        super(TYPE);
        this.dict = dict;
        this.part = part;
        this.reversed = reversed;
        this.size = dict.size();
        goTo(reversed ? dict.last() : dict.first());
    }

    private void goTo(int newPosition) {
        position = newPosition;
        key = newPosition < 0 ? null : dict.keyAt(newPosition);
    }

    @Override
    public Object next() {
        PyOrderedDict d = dict;
        if (d == null) {
            return null;
        }
        if (key == null) {
            dict = null;
            return null;
        }
        if (d.keyAt(position) != key) {
            // The table was rebuilt: the key may have moved.
            position = d.find(key);
            if (position < 0) {
                throw Errors.runtimeError("OrderedDict mutated during iteration");
            }
        }
        if (d.size() != size) {
            throw Errors.runtimeError("OrderedDict changed size during iteration");
        }
        Object item = part.of(d, position);
        goTo(reversed ? d.previous(position) : d.next(position));
        return item;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(OrderedDictIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(OrderedDictIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(OrderedDictIterator self) {
        PyList rest = new PyList();
        if (self.dict != null) {
            OrderedDictIterator copy =
                    new OrderedDictIterator(self.dict, self.part, self.reversed);
            copy.goTo(self.position);
            for (Object x = copy.next(); x != null; x = copy.next()) {
                rest.append(x);
            }
        }
        return IteratorMethods.reduceToIter(rest);
    }
}
