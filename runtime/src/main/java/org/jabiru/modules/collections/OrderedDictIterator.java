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
    private final long layout;

    /** The position of the next item, -1 for none. */
    private int position;

    OrderedDictIterator(PyOrderedDict dict, Part part, boolean reversed) {
        super(TYPE);
        this.dict = dict;
        this.part = part;
        this.reversed = reversed;
        this.layout = dict.layout();
        this.position = reversed ? dict.last() : dict.first();
    }

    @Override
    public Object next() {
        PyOrderedDict d = dict;
        if (d == null) {
            return null;
        }
        if (position < 0) {
            dict = null;
            return null;
        }
        if (d.layout() != layout) {
            throw Errors.runtimeError("OrderedDict mutated during iteration");
        }
        if (part != Part.KEYS) {
            d.checkEntry(d.keyAt(position));
            if (d.layout() != layout) {
                throw Errors.runtimeError("OrderedDict mutated during iteration");
            }
        }
        Object item = part.of(d, position);
        position = reversed ? d.previous(position) : d.next(position);
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
            OrderedDictIterator copy = new OrderedDictIterator(self.dict, self.part, self.reversed);
            copy.position = self.position;
            for (Object x = copy.next(); x != null; x = copy.next()) {
                rest.append(x);
            }
        }
        return IteratorMethods.reduceToIter(rest);
    }
}
