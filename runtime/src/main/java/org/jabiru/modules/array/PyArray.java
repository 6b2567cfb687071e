package org.jabiru.modules.array;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.PyBuffer;

/** An array. Its items are outside the Java heap, where C code can see them through a buffer. */
public final class PyArray extends PyObject implements BufferExporter {
    private static final MemorySegment NONE = Arena.global().allocate(8, 8);

    final ItemKind kind;
    private MemorySegment memory = NONE;
    private int size;
    private int exports;

    PyArray(PyType type, ItemKind kind) {
        super(type);
        this.kind = kind;
    }

    public int size() {
        return size;
    }

    long byteLength() {
        return (long) size * kind.size;
    }

    /** The items, valid until the next change of size. */
    MemorySegment memory() {
        return memory;
    }

    Object get(int index) {
        return kind.read(memory, (long) index * kind.size);
    }

    void set(int index, Object value) {
        long bits = kind.encode(value);
        // Encoding may have called Python code that changed the size.
        if (index >= size) {
            throw Errors.indexError("array assignment index out of range");
        }
        kind.store(memory, (long) index * kind.size, bits);
    }

    /** Changes the size; new items are not defined. BufferError while a view exists. */
    void resize(int newSize) {
        if (newSize == size) {
            return;
        }
        checkResizable();
        long wanted = (long) newSize * kind.size;
        long room = memory.equals(NONE) ? 0 : memory.byteSize();
        if (wanted > room || wanted < room / 2) {
            long extra =
                    newSize == 0 ? 0 : ((newSize >> 4) + (newSize < 8 ? 3 : 7)) * (long) kind.size;
            MemorySegment old = memory;
            long kept = Math.min(byteLength(), wanted);
            memory = wanted == 0 ? NONE : Arena.ofAuto().allocate(wanted + extra, 16);
            MemorySegment.copy(old, 0, memory, 0, kept);
        }
        size = newSize;
    }

    void checkResizable() {
        if (exports > 0) {
            throw Errors.raise(
                    ExceptionTypes.BufferError, "cannot resize an array that is exporting buffers");
        }
    }

    void append(Object value) {
        long bits = kind.encode(value);
        resize(size + 1);
        kind.store(memory, (long) (size - 1) * kind.size, bits);
    }

    void insert(int index, Object value) {
        long bits = kind.encode(value);
        resize(size + 1);
        move(index, index + 1, size - 1 - index);
        kind.store(memory, (long) index * kind.size, bits);
    }

    /** Removes the items from one index up to another. */
    void remove(int from, int to) {
        if (from == to) {
            return;
        }
        checkResizable();
        move(to, from, size - to);
        resize(size - (to - from));
    }

    /** Replaces the items from one index up to another by those of a segment. */
    void replace(int from, int to, MemorySegment items, int count) {
        // The items may be our own.
        MemorySegment copy = Arena.ofAuto().allocate(Math.max(1, (long) count * kind.size), 16);
        MemorySegment.copy(items, 0, copy, 0, (long) count * kind.size);
        int change = count - (to - from);
        if (change > 0) {
            int tail = size - to;
            resize(size + change);
            move(to, to + change, tail);
        } else if (change < 0) {
            remove(from + count, to);
        }
        MemorySegment.copy(copy, 0, memory, (long) from * kind.size, (long) count * kind.size);
    }

    private void move(int from, int to, int count) {
        MemorySegment.copy(
                memory,
                (long) from * kind.size,
                memory,
                (long) to * kind.size,
                (long) count * kind.size);
    }

    /** Adds raw bytes, a multiple of the item size. */
    void appendBytes(byte[] data) {
        long at = byteLength();
        resize(size + data.length / kind.size);
        MemorySegment.copy(data, 0, memory, ValueLayout.JAVA_BYTE, at, data.length);
    }

    byte[] toBytes() {
        byte[] out = new byte[Math.toIntExact(byteLength())];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, 0, out, 0, out.length);
        return out;
    }

    /** A new array of the builtin type with some items of this one. */
    PyArray copyOf(int from, int to) {
        PyArray out = new PyArray(ArrayType.TYPE, kind);
        out.resize(to - from);
        MemorySegment.copy(
                memory, (long) from * kind.size, out.memory, 0, (long) (to - from) * kind.size);
        return out;
    }

    @Override
    public PyBuffer getBuffer(int flags) {
        String format = kind.isUnicode() ? "w" : String.valueOf(kind.typeCode);
        PyBuffer view =
                PyBuffer.ofItems(
                        this,
                        memory.asSlice(0, byteLength()),
                        size,
                        false,
                        format,
                        kind.size,
                        flags);
        exports++;
        view.onRelease(() -> exports--);
        return view;
    }
}
