package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.bool.BoolType;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Truth;

/** {@code itertools.filterfalse}: the items whose predicate is false. */
@BuiltinType("filterfalse")
public final class FilterFalse extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.filterfalse", FilterFalseTable::new, FilterFalse::new)
                    .madeAtRunTime();

    private Object function;
    private Object iterator;

    private FilterFalse(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, function, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object function, Object iterable) {
        FilterFalse self = new FilterFalse(cls);
        self.function = function;
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        boolean truth = function == Singleton.NONE || function == BoolType.TYPE;
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (!Truth.isTrue(truth ? x : Call.call(function, x))) {
                return x;
            }
        }
        return null;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(FilterFalse self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(FilterFalse self) {
        return IteratorMethods.next(self);
    }
}
