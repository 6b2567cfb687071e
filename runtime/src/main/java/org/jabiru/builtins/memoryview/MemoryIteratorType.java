package org.jabiru.builtins.memoryview;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of {@link PyMemoryIterator}. */
@BuiltinType("memory_iterator")
public final class MemoryIteratorType {
    public static final PyType TYPE =
            PyType.builtin("memory_iterator", MemoryIteratorTypeTable::new, null).sealed();

    private MemoryIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyMemoryIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyMemoryIterator self) {
        Object item = self.next();
        if (item == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return item;
    }
}
