package org.jabiru.builtins.list;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of list_iterator. */
@BuiltinType("list_iterator")
public final class ListIteratorType {
    public static final PyType TYPE =
            PyType.builtin("list_iterator", ListIteratorTypeTable::new, null).sealed();

    private ListIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyListIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyListIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PyListIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyListIterator self) {
        return self.reduce();
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyListIterator self, Object state) {
        self.setState(state);
    }
}
