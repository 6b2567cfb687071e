package org.jabiru.builtins.iterator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Sequences;

/** What {@code reversed} returns for a sequence without {@code __reversed__}. */
public final class PyReversed extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    Object sequence;

    long index;

    PyReversed(PyType type, Object sequence, long length) {
        super(type);
        this.sequence = sequence;
        this.index = length - 1;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (sequence == null) {
            return null;
        }
        if (index >= 0) {
            try {
                Object item = Sequences.getItem(sequence, index);
                index--;
                return item;
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.IndexError) && !e.is(ExceptionTypes.StopIteration)) {
                    throw e;
                }
            }
        }
        index = -1;
        sequence = null;
        return null;
    }
}
