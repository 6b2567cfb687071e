package org.jabiru.builtins.bytes;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of the iterator over a bytearray object. */
@BuiltinType("bytearray_iterator")
public final class ByteArrayIteratorType {
    public static final PyType TYPE =
            PyType.builtin("bytearray_iterator", ByteArrayIteratorTypeTable::new, null).sealed();

    private ByteArrayIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyBytesIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyBytesIterator self) {
        Object item = self.next();
        if (item == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return item;
    }

    @Builtin("__length_hint__(self, /)")
    static long lengthHint(PyBytesIterator self) {
        return Math.max(0, self.size() - self.index);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyBytesIterator self) {
        return ByteIteratorState.reduce(self);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(PyBytesIterator self, long state) {
        ByteIteratorState.set(self, state);
    }
}
