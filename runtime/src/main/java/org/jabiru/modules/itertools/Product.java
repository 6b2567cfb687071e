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
import org.jabiru.protocol.Iteration;

/** {@code itertools.product}: nested loops as one. */
@BuiltinType("product")
public final class Product extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.product", ProductTable::new, Product::new).madeAtRunTime();

    private Object[][] pools;

    /** Indices of the last result; null before the first one. */
    private int[] indices;

    private boolean finished;

    private Product(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, /, *iterables, repeat=1)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] iterables, long repeat) {
        if (repeat < 0) {
            throw Errors.valueError("repeat argument cannot be negative");
        }
        Product self = new Product(cls);
        int n = repeat == 0 ? 0 : iterables.length;
        if (n > 0 && repeat > Integer.MAX_VALUE / n) {
            throw Errors.overflowError("repeat argument too large");
        }
        Object[][] once = new Object[n][];
        for (int i = 0; i < n; i++) {
            once[i] = Iteration.toArray(iterables[i]);
            self.finished |= once[i].length == 0;
        }
        self.pools = new Object[(int) (n * repeat)][];
        for (int i = 0; i < self.pools.length; i++) {
            self.pools[i] = once[i % n];
        }
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (finished) {
            return null;
        }
        if (indices == null) {
            indices = new int[pools.length];
            return pick();
        }
        int i = pools.length - 1;
        while (i >= 0 && ++indices[i] == pools[i].length) {
            indices[i] = 0;
            i--;
        }
        if (i < 0) {
            finished = true;
            return null;
        }
        return pick();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Product self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Product self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
    static long sizeOf(Product self) {
        return TypeLayout.basicSize(self.type()) + 8L * self.pools.length;
    }

    private PyTuple pick() {
        Object[] out = new Object[pools.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = pools[i][indices[i]];
        }
        return PyTuple.of(out);
    }
}
