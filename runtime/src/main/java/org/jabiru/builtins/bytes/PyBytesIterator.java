package org.jabiru.builtins.bytes;

import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;

/** The iterator over a bytes object or a bytearray. */
public final class PyBytesIterator extends PyObject implements JavaIterator {
    /** A PyBytes or PyByteArray; null when exhausted. */
    PyObject sequence;

    int index;

    PyBytesIterator(PyBytes sequence) {
        super(BytesIteratorType.TYPE);
        this.sequence = sequence;
    }

    PyBytesIterator(PyByteArray sequence) {
        super(ByteArrayIteratorType.TYPE);
        this.sequence = sequence;
    }

    int size() {
        return sequence instanceof PyBytes b
                ? b.value.length
                : sequence instanceof PyByteArray a ? a.size() : 0;
    }

    @Override
    public Object next() {
        if (sequence == null) {
            return null;
        }
        if (index >= size()) {
            sequence = null;
            return null;
        }
        int at = index++;
        byte item = sequence instanceof PyBytes b ? b.value[at] : ((PyByteArray) sequence).get(at);
        return (long) (item & 0xff);
    }
}
