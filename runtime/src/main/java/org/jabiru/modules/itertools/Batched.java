package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** {@code itertools.batched}: tuples of n items each. */
@BuiltinType(
        value = "batched",
        doc =
                "Tuples of n items each; the last may be shorter.\n"
                        + "\n"
                        + "    >>> list(batched('abc', 2))\n"
                        + "    [('a', 'b'), ('c',)]")
public final class Batched extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.batched", BatchedTable::new, Batched::new).madeAtRunTime();

    /** Null when exhausted. */
    private Object iterator;

    private int size;
    private boolean strict;

    private Batched(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, iterable, n, *, strict=False)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, long n, boolean strict) {
        Batched self = new Batched(cls);
        if (n < 1) {
            throw Errors.valueError("n must be at least one");
        }
        self.size = (int) Math.min(n, Integer.MAX_VALUE);
        self.strict = strict;
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (iterator == null) {
            return null;
        }
        List<Object> out = new ArrayList<>(Math.min(size, 16));
        while (out.size() < size) {
            Object item = Iteration.next(iterator);
            if (item == null) {
                break;
            }
            out.add(item);
        }
        if (out.size() < size) {
            iterator = null;
            if (out.isEmpty()) {
                return null;
            }
            if (strict) {
                throw Errors.valueError("batched(): incomplete batch");
            }
        }
        return new PyTuple(out.toArray());
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Batched self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Batched self) {
        return IteratorMethods.next(self);
    }
}
