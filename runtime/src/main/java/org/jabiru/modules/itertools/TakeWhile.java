package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Truth;

/** {@code itertools.takewhile}: the items up to the first whose predicate is false. */
@BuiltinType("takewhile")
public final class TakeWhile extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.takewhile", TakeWhileTable::new, TakeWhile::new)
                    .madeAtRunTime();

    private Object predicate;
    private Object iterator;
    private boolean stopped;

    private TakeWhile(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, predicate, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object predicate, Object iterable) {
        TakeWhile self = new TakeWhile(cls);
        self.predicate = predicate;
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (stopped) {
            return null;
        }
        Object item = Iteration.next(iterator);
        if (item == null) {
            return null;
        }
        if (Truth.isTrue(Call.call(predicate, item))) {
            return item;
        }
        stopped = true;
        return null;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(TakeWhile self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(TakeWhile self) {
        return IteratorMethods.next(self);
    }
}
