package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.genericalias.PyGenericAlias;
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

/** {@code itertools.chain}: one iterable after the other. */
@BuiltinType("chain")
public final class Chain extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.chain", ChainTable::new, Chain::new).madeAtRunTime();

    /** The iterables still to come; null when exhausted. */
    private Object source;

    /** The iterator that is read now, or null. */
    private Object active;

    private Chain(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, /, *iterables)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] iterables) {
        Chain self = new Chain(cls);
        self.source = Iteration.iter(PyTuple.of(iterables));
        return self;
    }

    @Builtin(
            value = "from_iterable(cls, iterable, /)",
            kind = BuiltinKind.CLASS,
            doc = "A chain of the iterables that an iterable gives.")
    static Object fromIterable(PyType cls, Object iterable) {
        Chain self = new Chain(cls);
        self.source = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        while (source != null) {
            if (active == null) {
                Object iterable = Iteration.next(source);
                if (iterable == null) {
                    source = null;
                    return null;
                }
                try {
                    active = Iteration.iter(iterable);
                } catch (PyException e) {
                    source = null;
                    throw e;
                }
            }
            Object item = Iteration.next(active);
            if (item != null) {
                return item;
            }
            active = null;
        }
        return null;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Chain self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Chain self) {
        return IteratorMethods.next(self);
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
