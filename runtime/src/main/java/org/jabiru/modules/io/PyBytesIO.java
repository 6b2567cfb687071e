package org.jabiru.modules.io;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.protocol.PyBuffer;

/** A binary stream in memory. */
public final class PyBytesIO extends PyIOBase {
    private static final long MOST = Integer.MAX_VALUE - 8;

    byte[] data = {};
    int size;
    long position;
    boolean closed;

    /** Views from {@code getbuffer}: while there is one, the size is fixed. */
    private final List<WeakReference<PyBuffer>> views = new ArrayList<>();

    public PyBytesIO(PyType type) {
        super(type);
    }

    /** Nothing to close: an empty method keeps the JVM from tracking each stream. */
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {}

    void requireOpen() {
        if (closed) {
            throw IoErrors.closed();
        }
    }

    void requireResizable() {
        views.removeIf(view -> view.get() == null);
        if (!views.isEmpty()) {
            throw Errors.raise(
                    ExceptionTypes.BufferError,
                    "Existing exports of data: object cannot be re-sized");
        }
    }

    /** Notes a view, which ends when it is released, or when nobody refers to it. */
    void exported(PyBuffer view) {
        views.add(new WeakReference<>(view));
        view.onRelease(() -> views.removeIf(known -> known.get() == null || known.get() == view));
    }

    void write(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        if (position > MOST - bytes.length) {
            throw Errors.raise(ExceptionTypes.MemoryError, "the stream would be too large");
        }
        int start = (int) position;
        int end = start + bytes.length;
        if (end > size) {
            requireResizable();
        }
        if (end > data.length) {
            data = Arrays.copyOf(data, capacity(end));
        }
        System.arraycopy(bytes, 0, data, start, bytes.length);
        position = end;
        size = Math.max(size, end);
    }

    /** As CPython: some more when a full stream grows, no more at once when it is filled. */
    private int capacity(int end) {
        boolean little = end < data.length * 1.125;
        return little ? (int) Math.min(MOST, end + (end >> 3) + (end < 9 ? 3L : 6L)) : end;
    }

    byte[] read(long limit) {
        int available = (int) Math.max(size - position, 0);
        int n = limit < 0 ? available : (int) Math.min(limit, available);
        int start = (int) position;
        byte[] out = n == 0 ? new byte[0] : Arrays.copyOfRange(data, start, start + n);
        position += n;
        return out;
    }

    byte[] readLine(long limit) {
        int n = 0;
        int most = (int) Math.max(size - position, 0);
        most = limit < 0 ? most : (int) Math.min(limit, most);
        while (n < most && data[(int) position + n++] != '\n') {
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
