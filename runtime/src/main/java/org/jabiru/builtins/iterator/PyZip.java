package org.jabiru.builtins.iterator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** A zip object. */
public final class PyZip extends PyObject implements JavaIterator {
    final Object[] iterators;
    boolean strict;

    PyZip(PyType type, Object[] iterators, boolean strict) {
        super(type);
        this.iterators = iterators;
        this.strict = strict;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (iterators.length == 0) {
            return null;
        }
        Object[] items = new Object[iterators.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = Iteration.next(iterators[i]);
            if (items[i] == null) {
                if (strict) {
                    StrictEnd.check("zip", iterators, i);
                }
                return null;
            }
        }
        return new PyTuple(items);
    }
}
