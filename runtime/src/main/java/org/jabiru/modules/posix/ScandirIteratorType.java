package org.jabiru.modules.posix;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.imports.Imports;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Unraisable;

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
            throw Errors.stopIteration(Singleton.NONE);
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

    @Builtin("__del__(self, /)")
    static void del(PyScandirIterator self) {
        if (!self.isOpen()) {
            return;
        }
        try {
            Call.method(
                    Imports.importBuiltin("_warnings"),
                    "warn",
                    Str.of("unclosed scandir iterator " + Str.java(Repr.repr(self))),
                    ExceptionTypes.ResourceWarning,
                    1L,
                    self);
        } catch (PyException e) {
            // The warning may be an error: nobody could catch it.
            Unraisable.report(e, null, self);
        }
        self.close();
    }

    @Builtin("close(self, /)")
    static void close(PyScandirIterator self) {
        self.close();
    }
}
