package org.jabiru.modules.array;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Numbers;

/** The iterator over an array. */
@BuiltinType("arrayiterator")
public final class ArrayIterator extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("array.arrayiterator", ArrayIteratorTable::new, null).sealed();

    /** Null when exhausted. */
    private PyArray array;

    private int index;

    ArrayIterator(PyArray array) {
        super(TYPE);
        this.array = array;
    }

    @Override
    public Object next() {
        if (array == null) {
            return null;
        }
        if (index < array.size()) {
            return array.get(index++);
        }
        array = null;
        return null;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(ArrayIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(ArrayIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(ArrayIterator self) {
        return self.array == null
                ? IteratorMethods.reduceToIter(PyTuple.EMPTY)
                : IteratorMethods.reduceToIter(self.array, (long) self.index);
    }

    @Builtin(value = "__setstate__(self, state, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(ArrayIterator self, Object state) {
        long i = Numbers.indexForItem(state);
        if (self.array != null) {
            self.index = (int) Math.min(Math.max(i, 0), self.array.size());
        }
    }
}
