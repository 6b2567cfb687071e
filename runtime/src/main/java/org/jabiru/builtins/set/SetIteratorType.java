package org.jabiru.builtins.set;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of set_iterator. */
@BuiltinType("set_iterator")
public final class SetIteratorType {
    public static final PyType TYPE =
            PyType.builtin("set_iterator", SetIteratorTypeTable::new, null).sealed();

    private SetIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PySetIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PySetIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PySetIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PySetIterator self) {
        return self.reduce();
    }
}
