package org.jabiru.builtins.tuple;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of tuple_iterator. */
@BuiltinType("tuple_iterator")
public final class TupleIteratorType {
    public static final PyType TYPE =
            PyType.builtin("tuple_iterator", TupleIteratorTypeTable::new, null).sealed();

    private TupleIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyTupleIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyTupleIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PyTupleIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyTupleIterator self) {
        return self.reduce();
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyTupleIterator self, Object state) {
        self.setState(state);
    }
}
