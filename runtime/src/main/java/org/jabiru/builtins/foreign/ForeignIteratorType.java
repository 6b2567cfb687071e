package org.jabiru.builtins.foreign;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;

/** Iterators of other languages. */
@BuiltinType(
        value = "polyglot.ForeignIterator",
        doc = "An iterator of Java or of another language.")
public final class ForeignIteratorType {
    public static final PyType TYPE =
            PyType.builtin(
                    "polyglot.ForeignIterator",
                    ForeignObjectType.TYPE,
                    ForeignIteratorTypeTable::new,
                    null);

    private ForeignIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyForeignIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyForeignIterator self) {
        Object next = self.next();
        if (next == null) {
            throw Errors.stopIteration(null);
        }
        return next;
    }
}
