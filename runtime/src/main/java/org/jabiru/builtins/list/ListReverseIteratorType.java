package org.jabiru.builtins.list;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of list_reverseiterator. */
@BuiltinType("list_reverseiterator")
public final class ListReverseIteratorType {
    public static final PyType TYPE =
            PyType.builtin("list_reverseiterator", ListReverseIteratorTypeTable::new, null)
                    .sealed();

    private ListReverseIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyListReverseIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyListReverseIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PyListReverseIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyListReverseIterator self) {
        return self.reduce();
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyListReverseIterator self, Object state) {
        self.setState(state);
    }
}
