package org.jabiru.builtins.iterator;

import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** The methods of enumerate. */
@BuiltinType(
        value = "enumerate",
        doc = "Pairs of a count, from start on, and an item of the iterable.")
public final class EnumerateType {
    public static final PyType TYPE =
            PyType.builtin(
                    "enumerate",
                    EnumerateTypeTable::new,
                    type -> new PyEnumerate(type, PyTuple.EMPTY, 0L));

    private EnumerateType() {}

    @Builtin(value = "__new__(cls, iterable, start=0)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, Object start) {
        Object from = Numbers.index(start);
        return new PyEnumerate(cls, Iteration.iter(iterable), from);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyEnumerate self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyEnumerate self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyEnumerate self) {
        return new PyTuple(Types.of(self), new PyTuple(self.iterator, self.count));
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
