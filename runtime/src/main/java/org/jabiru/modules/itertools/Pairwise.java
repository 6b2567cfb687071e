package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** {@code itertools.pairwise}: overlapping pairs. */
@BuiltinType("pairwise")
public final class Pairwise extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.pairwise", PairwiseTable::new, Pairwise::new).madeAtRunTime();

    /** Null when exhausted. */
    private Object iterator;

    /** The item before, null at the beginning. */
    private Object old;

    private Pairwise(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable) {
        Pairwise self = new Pairwise(cls);
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        Object source = iterator;
        if (source == null) {
            return null;
        }
        if (old == null) {
            old = Iteration.next(source);
            // Reading may have come back here.
            if (old == null || iterator == null) {
                iterator = null;
                old = null;
                return null;
            }
        }
        Object before = old;
        Object item = Iteration.next(source);
        if (item == null) {
            iterator = null;
            old = null;
            return null;
        }
        old = item;
        return new PyTuple(before, item);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Pairwise self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Pairwise self) {
        return IteratorMethods.next(self);
    }
}
