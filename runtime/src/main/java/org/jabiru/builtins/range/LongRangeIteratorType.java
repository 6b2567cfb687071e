package org.jabiru.builtins.range;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of longrange_iterator. */
@BuiltinType("longrange_iterator")
public final class LongRangeIteratorType {
    public static final PyType TYPE =
            PyType.builtin("longrange_iterator", LongRangeIteratorTypeTable::new, null).sealed();

    private LongRangeIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyLongRangeIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyLongRangeIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PyLongRangeIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyLongRangeIterator self) {
        return self.reduce();
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyLongRangeIterator self, Object state) {
        self.setState(state);
    }
}
