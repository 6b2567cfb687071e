package org.jabiru.builtins.iterator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** An enumerate object. */
public final class PyEnumerate extends PyObject implements JavaIterator {
    final Object iterator;

    /** The next count: a Long or BigInteger. */
    Object count;

    PyEnumerate(PyType type, Object iterator, Object start) {
        super(type);
        this.iterator = iterator;
        this.count = start;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        Object item = Iteration.next(iterator);
        if (item == null) {
            return null;
        }
        Object now = count;
        count =
                now instanceof Long l && l != Long.MAX_VALUE
                        ? (Object) (l + 1)
                        : Numbers.normalize(Numbers.big(now).add(BigInteger.ONE));
        return new PyTuple(now, item);
    }
}
