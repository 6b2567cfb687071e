package org.jabiru.builtins.iterator;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;

/** The methods of map. */
@BuiltinType(
        value = "map",
        doc = "The results of a function for the items of iterables.",
        signature = "(function, iterable, /, *iterables, strict=False)")
public final class MapType {
    public static final PyType TYPE =
            PyType.builtin(
                    "map",
                    MapTypeTable::new,
                    type -> new PyMap(type, Singleton.NONE, new Object[] {PyTuple.EMPTY}, false));

    private MapType() {}

    @Builtin(value = "__new__(cls, /, *args, strict=False)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, boolean strict) {
        if (args.length < 2) {
            throw Errors.typeError("map() must have at least two arguments.");
        }
        Object[] iterators = new Object[args.length - 1];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = Iteration.iter(args[i + 1]);
        }
        return new PyMap(cls, args[0], iterators, strict);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyMap self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyMap self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyMap self) {
        Object[] args = new Object[self.iterators.length + 1];
        args[0] = self.function;
        System.arraycopy(self.iterators, 0, args, 1, self.iterators.length);
        return self.strict
                ? new PyTuple(Types.of(self), new PyTuple(args), true)
                : new PyTuple(Types.of(self), new PyTuple(args));
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyMap self, boolean strict) {
        self.strict = strict;
    }
}
