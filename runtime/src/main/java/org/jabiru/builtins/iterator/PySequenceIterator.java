package org.jabiru.builtins.iterator;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** The iterator over an object that has {@code __getitem__} only (Data model, iteration). */
public final class PySequenceIterator extends PyObject implements JavaIterator {
    /** The sequence; null when exhausted. */
    public Object sequence;

    public long index;

    public PySequenceIterator(Object sequence) {
        super(SequenceIteratorType.TYPE);
        this.sequence = sequence;
    }

    @Override
    public Object next() {
        if (sequence == null) {
            return null;
        }
        if (index == Long.MAX_VALUE) {
            throw Errors.overflowError("iter index too large");
        }
        try {
            return Sequences.getItem(sequence, index++);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.IndexError) || e.is(ExceptionTypes.StopIteration)) {
                sequence = null;
                return null;
            }
            throw e;
        }
    }

    Object lengthHint() {
        if (sequence == null) {
            return 0L;
        }
        if (Types.of(sequence).lookup("__len__") == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Math.max(Sequences.length(sequence) - index, 0L);
    }

    Object reduce() {
        Object iter = IteratorMethods.iterFunction();
        return sequence == null
                ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY))
                : new PyTuple(iter, new PyTuple(sequence), index);
    }

    void setState(Object state) {
        long i = Numbers.indexForItem(state);
        if (sequence != null) {
            index = Math.max(i, 0);
        }
    }
}
