package org.jabiru.modules.io;

import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;

/** A binary stream in memory. */
public final class PyBytesIO extends PyIOBase {
    byte[] data = {};
    int size;
    int position;
    boolean closed;

    /** Views from {@code getbuffer}: while there is one, the size is fixed. */
    int exports;

    public PyBytesIO(PyType type) {
        super(type);
    }

    void requireOpen() {
        if (closed) {
            throw IoErrors.closed();
        }
    }

    void requireResizable() {
        if (exports > 0) {
            throw Errors.raise(
                    ExceptionTypes.BufferError,
                    "Existing exports of data: object cannot be re-sized");
        }
    }

    void write(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        int end = position + bytes.length;
        if (end > size) {
            requireResizable();
        }
        if (end > data.length) {
            data = Arrays.copyOf(data, Math.max(end, end + (end >> 3) + 64));
        }
        System.arraycopy(bytes, 0, data, position, bytes.length);
        position = end;
        size = Math.max(size, end);
    }

    byte[] read(long limit) {
        int available = Math.max(size - position, 0);
        int n = limit < 0 ? available : (int) Math.min(limit, available);
        byte[] out = n == 0 ? new byte[0] : Arrays.copyOfRange(data, position, position + n);
        position += n;
        return out;
    }

    byte[] readLine(long limit) {
        int n = 0;
        int most = Math.max(size - position, 0);
        most = limit < 0 ? most : (int) Math.min(limit, most);
        while (n < most && data[position + n++] != '\n') {
            // Up to the newline, which belongs to the line.
        }
        return read(n);
    }

    byte[] value() {
        return Arrays.copyOf(data, size);
    }

    void truncate(int newSize) {
        if (newSize < size) {
            Arrays.fill(data, newSize, size, (byte) 0);
            size = newSize;
        }
    }
}
