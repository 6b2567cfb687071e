package org.jabiru.builtins.iterator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** A map object. */
public final class PyMap extends PyObject implements JavaIterator {
    final Object function;
    final Object[] iterators;
    boolean strict;

    PyMap(PyType type, Object function, Object[] iterators, boolean strict) {
        super(type);
        this.function = function;
        this.iterators = iterators;
        this.strict = strict;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        Object[] items = new Object[iterators.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = Iteration.next(iterators[i]);
            if (items[i] == null) {
                if (strict) {
                    StrictEnd.check("map", iterators, i);
                }
                return null;
            }
        }
        return Call.call(function, items, null);
    }
}
