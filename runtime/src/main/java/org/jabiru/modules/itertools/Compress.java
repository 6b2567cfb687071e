package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Truth;

/** {@code itertools.compress}: the items whose selector is true. */
@BuiltinType("compress")
public final class Compress extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.compress", CompressTable::new, Compress::new).madeAtRunTime();

    private Object data;
    private Object selectors;

    private Compress(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, data, selectors)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object data, Object selectors) {
        Compress self = new Compress(cls);
        self.data = Iteration.iter(data);
        self.selectors = Iteration.iter(selectors);
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        while (true) {
            Object item = Iteration.next(data);
            if (item == null) {
                return null;
            }
            Object selector = Iteration.next(selectors);
            if (selector == null) {
                return null;
            }
            if (Truth.isTrue(selector)) {
                return item;
            }
        }
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Compress self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Compress self) {
        return IteratorMethods.next(self);
    }
}
