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

/** {@code itertools.starmap}: a function of the items of each item. */
@BuiltinType("starmap")
public final class StarMap extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.starmap", StarMapTable::new, StarMap::new).madeAtRunTime();

    private Object function;
    private Object iterator;

    private StarMap(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, function, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object function, Object iterable) {
        StarMap self = new StarMap(cls);
        self.function = function;
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        Object args = Iteration.next(iterator);
        return args == null ? null : Call.call(function, Iteration.toArray(args), null);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(StarMap self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(StarMap self) {
        return IteratorMethods.next(self);
    }
}
