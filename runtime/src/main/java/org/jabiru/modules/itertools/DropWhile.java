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

/** {@code itertools.dropwhile}: the items from the first on whose predicate is false. */
@BuiltinType("dropwhile")
public final class DropWhile extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.dropwhile", DropWhileTable::new, DropWhile::new)
                    .madeAtRunTime();

    private Object predicate;
    private Object iterator;
    private boolean started;

    private DropWhile(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, predicate, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object predicate, Object iterable) {
        DropWhile self = new DropWhile(cls);
        self.predicate = predicate;
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        while (true) {
            Object item = Iteration.next(iterator);
            if (item == null || started) {
                return item;
            }
            if (!Truth.isTrue(Call.call(predicate, item))) {
                started = true;
                return item;
            }
        }
    }

    @Builtin("__iter__(self, /)")
    static Object iter(DropWhile self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(DropWhile self) {
        return IteratorMethods.next(self);
    }
}
