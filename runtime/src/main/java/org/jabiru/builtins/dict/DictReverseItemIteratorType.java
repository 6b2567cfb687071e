package org.jabiru.builtins.dict;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of dict_reverseitemiterator. */
@BuiltinType("dict_reverseitemiterator")
public final class DictReverseItemIteratorType {
    public static final PyType TYPE =
            PyType.builtin("dict_reverseitemiterator", DictReverseItemIteratorTypeTable::new, null)
                    .sealed();

    private DictReverseItemIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyDictIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyDictIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PyDictIterator self) {
        return self.lengthHint();
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyDictIterator self) {
        return self.reduce();
    }
}
