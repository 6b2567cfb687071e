package org.jabiru.modules.struct;

import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.PyBuffer;

/** {@code struct.iter_unpack}. */
final class PyUnpackIterator extends PyObject implements JavaIterator {
    private final StructFormat format;

    /** Null when exhausted. */
    private PyBuffer buffer;

    private long at;

    PyUnpackIterator(StructFormat format, PyBuffer buffer) {
        super(UnpackIteratorType.TYPE);
        this.format = format;
        this.buffer = buffer;
    }

    long left() {
        return buffer == null ? 0 : (buffer.byteLength() - at) / format.size();
    }

    @Override
    public Object next() {
        if (buffer == null) {
            return null;
        }
        if (at >= buffer.byteLength()) {
            buffer.release();
            buffer = null;
            return null;
        }
        Object out = StructPacker.unpack(format, buffer.memory, buffer.offset + at);
        at += format.size();
        return out;
    }
}
