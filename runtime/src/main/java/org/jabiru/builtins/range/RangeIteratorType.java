package org.jabiru.builtins.range;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of range_iterator. */
@BuiltinType("range_iterator")
public final class RangeIteratorType {
    public static final PyType TYPE =
            PyType.builtin("range_iterator", RangeIteratorTypeTable::new, null).sealed();

    private RangeIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyRangeIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyRangeIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PyRangeIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyRangeIterator self) {
        return self.reduce();
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyRangeIterator self, Object state) {
        self.setState(state);
    }
}
