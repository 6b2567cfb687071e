package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** {@code itertools.zip_longest}: zip that fills shorter iterables up. */
@BuiltinType("zip_longest")
public final class ZipLongest extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.zip_longest", ZipLongestTable::new, ZipLongest::new)
                    .madeAtRunTime();

    /** Null in place of an exhausted one. */
    private Object[] iterators;

    private int active;
    private Object fill;

    private ZipLongest(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, /, *iterables, fillvalue=None)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] iterables, Object fill) {
        ZipLongest self = new ZipLongest(cls);
        self.iterators = new Object[iterables.length];
        for (int i = 0; i < iterables.length; i++) {
            self.iterators[i] = Iteration.iter(iterables[i]);
        }
        self.active = iterables.length;
        self.fill = fill;
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (active == 0) {
            return null;
        }
        Object[] out = new Object[iterators.length];
        for (int i = 0; i < out.length; i++) {
            Object item = null;
            if (iterators[i] != null) {
                try {
                    item = Iteration.next(iterators[i]);
                } catch (PyException e) {
                    active = 0;
                    throw e;
                }
                if (item == null) {
                    iterators[i] = null;
                    active--;
                    if (active == 0) {
                        return null;
                    }
                }
            }
            out[i] = item == null ? fill : item;
        }
        return new PyTuple(out);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(ZipLongest self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(ZipLongest self) {
        return IteratorMethods.next(self);
    }
}
