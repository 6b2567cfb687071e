package org.jabiru.builtins.iterator;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@link PySequenceIterator}. */
@BuiltinType("iterator")
public final class SequenceIteratorType {
    public static final PyType TYPE =
            PyType.builtin("iterator", SequenceIteratorTypeTable::new, null).sealed();

    private SequenceIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PySequenceIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PySequenceIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PySequenceIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PySequenceIterator self) {
        return self.reduce();
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PySequenceIterator self, Object state) {
        self.setState(state);
    }
}
