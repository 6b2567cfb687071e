package org.jabiru.builtins.iterator;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

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
        Object item = self.next();
        if (item == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return item;
    }
}
