package org.jabiru.builtins.str;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Builtins;

/** The methods of {@link PyStrIterator}. */
@BuiltinType("str_iterator")
public final class StrIteratorType {
    public static final PyType TYPE =
            PyType.builtin("str_iterator", StrIteratorTypeTable::new, null).sealed();

    /** Of a str that is ASCII only. */
    static final PyType ASCII_TYPE =
            PyType.builtin("str_ascii_iterator", StrIteratorTypeTable::new, null).sealed();

    private StrIteratorType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyStrIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyStrIterator self) {
        Object item = self.next();
        if (item == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return item;
    }

    @Builtin("__length_hint__(self, /)")
    static long lengthHint(PyStrIterator self) {
        return self.string == null ? 0 : Str.length(self.string) - self.index;
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyStrIterator self) {
        Object iter = Builtins.get("iter");
        return self.string == null
                ? new PyTuple(iter, new PyTuple(Str.EMPTY))
                : new PyTuple(iter, new PyTuple(self.string), (long) self.index);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(PyStrIterator self, long state) {
        if (self.string != null) {
            self.index = (int) Math.clamp(state, 0, Str.length(self.string));
        }
    }
}
