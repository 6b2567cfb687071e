package org.jabiru.modules.struct;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of {@link PyUnpackIterator}. */
@BuiltinType("_struct.unpack_iterator")
public final class UnpackIteratorType {
    public static final PyType TYPE =
            PyType.builtin("_struct.unpack_iterator", UnpackIteratorTypeTable::new, null).sealed();

    private UnpackIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyUnpackIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyUnpackIterator self) {
        Object item = self.next();
        if (item == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return item;
    }

    @Builtin("__length_hint__(self, /)")
    static long lengthHint(PyUnpackIterator self) {
        return self.left();
    }
}
