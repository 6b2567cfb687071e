package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** {@code itertools.accumulate}: running totals. */
@BuiltinType("accumulate")
public final class Accumulate extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.accumulate", AccumulateTable::new, Accumulate::new)
                    .madeAtRunTime();

    private Object iterator;
    private Object function;

    /** Null before the first item. */
    private Object total;

    /** Given before all items; null for none. */
    private Object initial;

    private Accumulate(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, iterable, func=None, *, initial=None)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, Object function, Object initial) {
        Accumulate self = new Accumulate(cls);
        self.iterator = Iteration.iter(iterable);
        self.function = function;
        self.initial = initial == Singleton.NONE ? null : initial;
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (initial != null) {
            total = initial;
            initial = null;
            return total;
        }
        Object item = Iteration.next(iterator);
        if (item == null) {
            return null;
        }
        if (total == null) {
            total = item;
        } else if (function == Singleton.NONE) {
            total = Numbers.binary(BinaryOp.ADD, total, item);
        } else {
            total = Call.call(function, total, item);
        }
        return total;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Accumulate self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Accumulate self) {
        return IteratorMethods.next(self);
    }
}
