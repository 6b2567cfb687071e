package org.jabiru.builtins.iterator;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
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
}
