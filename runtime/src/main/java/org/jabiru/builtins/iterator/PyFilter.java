package org.jabiru.builtins.iterator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.bool.BoolType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Truth;

/** A filter object. */
public final class PyFilter extends PyObject implements JavaIterator {
    /** The predicate; None for truth. */
    final Object function;

    final Object iterator;

    PyFilter(PyType type, Object function, Object iterator) {
        super(type);
        this.function = function;
        this.iterator = iterator;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        boolean truth = function == Singleton.NONE || function == BoolType.TYPE;
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Truth.isTrue(truth ? x : Call.call(function, x))) {
                return x;
            }
        }
        return null;
    }
}
