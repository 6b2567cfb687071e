package org.jabiru.builtins.bytes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.PyBuffer;

/** A bytearray, or an instance of a subclass of bytearray. */
public final class PyByteArray extends PyObject implements BufferExporter {
    private byte[] data;
    private int size;

    /**
     * The buffers that were handed out and not released; weak, as a dropped view counts no more.
     */
    private List<WeakReference<PyBuffer>> exports = List.of();

    /** Where the content is while views of native memory exist, otherwise null. */
    private MemorySegment outside;

    /**
     * Where it was last, for the next time: C that uses a pointer too long reads no foreign data.
     */
    private MemorySegment spare;

    /** How many builtins on the stack rely on the size. */
    private int locks;

    /** A bytearray that takes the array over. */
    public PyByteArray(byte[] data) {
        this(ByteArrayType.TYPE, data);
    }

    public PyByteArray(PyType type, byte[] data) {
        super(type);
        this.data = data;
        this.size = data.length;
    }

    public int size() {
        return size;
    }

    /** The array behind, to read: its first {@link #size} elements, valid until the next change. */
    public byte[] backing() {
        if (outside != null) {
            fetch();
        }
        return data;
    }

    private void fetch() {
        MemorySegment.copy(outside, 0, MemorySegment.ofArray(data), 0, size);
        if (locks == 0 && exports.isEmpty()) {
            spare = outside;
            outside = null;
        }
    }

    public byte get(int index) {
        return outside == null ? data[index] : outside.get(ValueLayout.JAVA_BYTE, index);
    }

    public void put(int index, byte value) {
        data[index] = value;
        if (outside != null) {
            outside.set(ValueLayout.JAVA_BYTE, index, value);
        }
    }

    /**
     * Has views of native memory from now on, until the last is gone; not when there are others.
     *
     * @return the address of the content, or 0
     */
    public long moveOutside() {
        if (outside == null && locks == 0 && exports.isEmpty()) {
            MemorySegment place = spare;
            if (place == null || place.byteSize() <= size || place.byteSize() / 2 > size + 8L) {
                // One that grew will grow again.
                place = Arena.ofAuto().allocate(size + 1L + (spare == null ? 0 : size >> 3), 16);
            }
            MemorySegment.copy(MemorySegment.ofArray(data), 0, place, 0, size);
            place.set(ValueLayout.JAVA_BYTE, size, (byte) 0);
            outside = place;
        }
        return outside == null ? 0 : outside.address();
    }

    /** The address of the content while views of native memory exist, otherwise 0. */
    public long addressOutside() {
        if (outside != null && locks == 0 && exports.isEmpty()) {
            fetch();
        }
        return outside == null ? 0 : outside.address();
    }

    /** A copy of the content. */
    public byte[] toByteArray() {
        return Arrays.copyOf(backing(), size);
    }

    /** Changes the size; new bytes are 0. BufferError while a view exists. */
    public void resize(int newSize) {
        if (newSize == size) {
            return;
        }
        checkResizable();
        if (newSize > data.length) {
            int room = newSize + (newSize >> 3) + (newSize < 9 ? 3 : 6);
            data = Arrays.copyOf(data, room < 0 ? newSize : room);
        } else if (newSize < size) {
            if (newSize < data.length / 2) {
                data = Arrays.copyOf(data, newSize);
            } else {
                Arrays.fill(data, newSize, size, (byte) 0);
            }
        }
        size = newSize;
    }

    /** C has written a smaller size into the object's memory, whatever views there are. */
    public void truncate(int newSize) {
        backing();
        Arrays.fill(data, newSize, size, (byte) 0);
        size = newSize;
    }

    /** Replaces a range by other bytes. BufferError when the size would change under a view. */
    public void replace(int from, int to, byte[] with, int count) {
        int tail = size - to;
        int newSize = Math.addExact(from + tail, count);
        if (newSize > size) {
            resize(newSize);
            System.arraycopy(data, to, data, from + count, tail);
        } else if (newSize < size) {
            checkResizable();
            System.arraycopy(data, to, data, from + count, tail);
            resize(newSize);
        }
        System.arraycopy(with, 0, data, from, count);
        if (outside != null) {
            MemorySegment.copy(MemorySegment.ofArray(with), 0, outside, from, count);
        }
    }

    /** Takes other content over. */
    public void set(byte[] newData) {
        if (newData.length == size) {
            replace(0, size, newData, size);
            return;
        }
        checkResizable();
        data = newData;
        size = newData.length;
    }

    /** BufferError while a view of the bytearray exists. */
    public void checkResizable() {
        if ((locks > 0 || !exports.isEmpty()) && hasLiveExports()) {
            throw Errors.raise(
                    ExceptionTypes.BufferError,
                    "Existing exports of data: object cannot be re-sized");
        }
        if (outside != null) {
            fetch();
        }
    }

    private boolean hasLiveExports() {
        if (locks == 0) {
            DroppedViews.remove(exports);
        }
        return locks > 0 || !exports.isEmpty();
    }

    /** From now on does not change its size, until {@link #unlock}. */
    public void lock() {
        locks++;
    }

    /** Ends one {@link #lock}. */
    public void unlock() {
        locks--;
    }

    @Override
    public PyBuffer getBuffer(int flags) {
        PyBuffer view =
                outside == null
                        ? PyBuffer.ofBytes(this, data, size, false, flags)
                        : PyBuffer.ofItems(
                                this, outside.asSlice(0, size), size, false, "B", 1, flags);
        if (exports.isEmpty()) {
            exports = new ArrayList<>(2);
        }
        exports.add(new WeakReference<>(view));
        view.onRelease(this::forgetReleased);
        return view;
    }

    private void forgetReleased() {
        exports.removeIf(w -> {
            PyBuffer b = w.get();
            return b == null || b.isReleased();
        });
    }
}
