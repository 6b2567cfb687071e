package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
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
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** {@code itertools.permutations}: arrangements of r items. */
@BuiltinType("permutations")
public final class Permutations extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.permutations", PermutationsTable::new, Permutations::new)
                    .madeAtRunTime();

    private Object[] pool;
    private int size;

    /** A permutation of all indices, of which the first ones are shown; null before the first. */
    private int[] indices;

    /** For each place how many values it still takes. */
    private int[] cycles;

    private boolean finished;

    private Permutations(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, iterable, r=None)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, Object r) {
        Permutations self = new Permutations(cls);
        self.pool = Iteration.toArray(iterable);
        self.size = self.pool.length;
        if (r != Singleton.NONE) {
            Object n = Numbers.intOrNull(r);
            if (n == null) {
                throw Errors.typeError("Expected int as r");
            }
            long l = Numbers.clampedIndex(n);
            if (l < 0) {
                throw Errors.valueError("r must be non-negative");
            }
            self.size = (int) Math.min(l, Integer.MAX_VALUE);
        }
        self.finished = self.size > self.pool.length;
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (finished) {
            return null;
        }
        int n = pool.length;
        if (indices == null) {
            indices = new int[n];
            cycles = new int[size];
            for (int i = 0; i < n; i++) {
                indices[i] = i;
            }
            for (int i = 0; i < size; i++) {
                cycles[i] = n - i;
            }
            return pick();
        }
        for (int i = size - 1; i >= 0; i--) {
            cycles[i]--;
            if (cycles[i] > 0) {
                int j = n - cycles[i];
                int swap = indices[i];
                indices[i] = indices[j];
                indices[j] = swap;
                return pick();
            }
            int first = indices[i];
            System.arraycopy(indices, i + 1, indices, i, n - i - 1);
            indices[n - 1] = first;
            cycles[i] = n - i;
        }
        finished = true;
        return null;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Permutations self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Permutations self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
    static long sizeOf(Permutations self) {
        return TypeLayout.basicSize(self.type()) + 8L * (self.pool.length + self.size);
    }

    private PyTuple pick() {
        Object[] out = new Object[size];
        for (int i = 0; i < size; i++) {
            out[i] = pool[indices[i]];
        }
        return PyTuple.of(out);
    }
}
