package org.jabiru.builtins.iterator;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of callable_iterator. */
@BuiltinType("callable_iterator")
public final class CallableIteratorType {
    public static final PyType TYPE =
            PyType.builtin("callable_iterator", CallableIteratorTypeTable::new, null).sealed();

    private CallableIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyCallableIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyCallableIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyCallableIterator self) {
        return self.reduce();
    }
}
