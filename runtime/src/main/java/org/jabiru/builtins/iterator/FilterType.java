package org.jabiru.builtins.iterator;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;

/** The methods of filter. */
@BuiltinType(
        value = "filter",
        doc = "The items for which function(item) is true, or that are true if function is None.")
public final class FilterType {
    public static final PyType TYPE =
            PyType.builtin(
                    "filter",
                    FilterTypeTable::new,
                    type -> new PyFilter(type, Singleton.NONE, PyTuple.EMPTY));

    private FilterType() {}

    @Builtin(value = "__new__(cls, function, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object function, Object iterable) {
        return new PyFilter(cls, function, Iteration.iter(iterable));
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyFilter self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyFilter self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyFilter self) {
        return new PyTuple(Types.of(self), new PyTuple(self.function, self.iterator));
    }
}
