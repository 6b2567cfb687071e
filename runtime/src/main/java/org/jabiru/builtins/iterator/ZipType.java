package org.jabiru.builtins.iterator;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;

/** The methods of zip. */
@BuiltinType(
        value = "zip",
        doc =
                "Tuples of the items of several iterables, until the shortest ends.\n"
                        + "\n"
                        + "    >>> list(zip('ab', range(2)))\n"
                        + "    [('a', 0), ('b', 1)]")
public final class ZipType {
    public static final PyType TYPE =
            PyType.builtin("zip", ZipTypeTable::new, type -> new PyZip(type, new Object[0], false));

    private ZipType() {}

    @Builtin(value = "__new__(cls, /, *iterables, strict=False)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] iterables, boolean strict) {
        Object[] iterators = new Object[iterables.length];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = Iteration.iter(iterables[i]);
        }
        return new PyZip(cls, iterators, strict);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyZip self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyZip self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyZip self) {
        PyTuple args = PyTuple.of(self.iterators);
        return self.strict
                ? new PyTuple(Types.of(self), args, true)
                : new PyTuple(Types.of(self), args);
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyZip self, boolean strict) {
        self.strict = strict;
    }
}
