package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** {@code itertools.cycle}: the items again and again. */
@BuiltinType("cycle")
public final class Cycle extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.cycle", CycleTable::new, Cycle::new).madeAtRunTime();

    /** Null once it was exhausted. */
    private Object iterator;

    private final PyList saved = new PyList();
    private int index;

    private Cycle(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable) {
        Cycle self = new Cycle(cls);
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (iterator != null) {
            Object item = Iteration.next(iterator);
            if (item != null) {
                saved.append(item);
                return item;
            }
            iterator = null;
        }
        if (saved.size() == 0) {
            return null;
        }
        Object item = saved.get(index);
        index = index + 1 == saved.size() ? 0 : index + 1;
        return item;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Cycle self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Cycle self) {
        return IteratorMethods.next(self);
    }
}
