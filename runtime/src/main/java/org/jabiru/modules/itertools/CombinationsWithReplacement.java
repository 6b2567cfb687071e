package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** {@code itertools.combinations_with_replacement}. */
@BuiltinType("combinations_with_replacement")
public final class CombinationsWithReplacement extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin(
                            "itertools.combinations_with_replacement",
                            CombinationsWithReplacementTable::new,
                            CombinationsWithReplacement::new)
                    .madeAtRunTime();

    private Object[] pool;
    private int size;

    /** Indices of the last result; null before the first one. */
    private int[] indices;

    private boolean finished;

    private CombinationsWithReplacement(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, iterable, r)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, long r) {
        CombinationsWithReplacement self = new CombinationsWithReplacement(cls);
        self.pool = Iteration.toArray(iterable);
        self.size = size(r);
        self.finished = self.pool.length == 0 && self.size > 0;
        return self;
    }

    private static int size(long r) {
        if (r < 0) {
            throw Errors.valueError("r must be non-negative");
        }
        return (int) Math.min(r, Integer.MAX_VALUE);
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (finished) {
            return null;
        }
        if (indices == null) {
            indices = new int[size];
            return pick();
        }
        int i = size - 1;
        while (i >= 0 && indices[i] == pool.length - 1) {
            i--;
        }
        if (i < 0) {
            finished = true;
            return null;
        }
        Arrays.fill(indices, i, size, indices[i] + 1);
        return pick();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(CombinationsWithReplacement self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(CombinationsWithReplacement self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
    static long sizeOf(CombinationsWithReplacement self) {
        return TypeLayout.basicSize(self.type()) + 8L * self.size;
    }

    private PyTuple pick() {
        Object[] out = new Object[size];
        for (int i = 0; i < size; i++) {
            out[i] = pool[indices[i]];
        }
        return PyTuple.of(out);
    }
}
