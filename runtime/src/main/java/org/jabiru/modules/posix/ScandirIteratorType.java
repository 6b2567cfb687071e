package org.jabiru.modules.posix;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;

/** The methods of {@code posix.ScandirIterator}. */
@BuiltinType("posix.ScandirIterator")
public final class ScandirIteratorType {
    public static final PyType TYPE =
            PyType.builtin("posix.ScandirIterator", ScandirIteratorTypeTable::new, null).sealed();

    private ScandirIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyScandirIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyScandirIterator self) {
        Object entry = self.next();
        if (entry == null) {
            throw Errors.stopIteration(org.jabiru.object.Singleton.NONE);
        }
        return entry;
    }

    @Builtin("__enter__(self, /)")
    static Object enter(PyScandirIterator self) {
        return self;
    }

    @Builtin("__exit__(self, /, *args)")
    static void exit(PyScandirIterator self, Object[] args) {
        self.close();
    }

    @Builtin("close(self, /)")
    static void close(PyScandirIterator self) {
        self.close();
    }
}
