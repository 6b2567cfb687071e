package org.jabiru.modules.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.bytes.DroppedViews;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.PyBuffer;

/** An array. Its items are outside the Java heap, where C code can see them. */
public final class PyArray extends PyObject implements BufferExporter {
    private ArrayStore store;

    /**
     * The buffers that were handed out and not released; weak, as a dropped view counts no more.
     */
    private List<WeakReference<PyBuffer>> exports = List.of();

    PyArray(PyType type, ItemKind kind) {
        super(type);
        this.store = new OwnStore(kind);
    }

    /** Where the items are. */
    public ArrayStore store() {
        return store;
    }

    /** Has the items elsewhere from now on: there must be the same. */
    public void moveTo(ArrayStore other) {
        store = other;
    }

    ItemKind kind() {
        return store.kind();
    }

    public int size() {
        return store.size();
    }

    long byteLength() {
        return (long) size() * kind().size;
    }

    /** The items, valid until the next change of size. */
    MemorySegment memory() {
        return store.memory();
    }

    Object get(int index) {
        ItemKind kind = kind();
        return kind.read(memory(), (long) index * kind.size);
    }

    void set(int index, Object value) {
        ItemKind kind = kind();
        long bits = kind.encode(value);
        // Encoding may have called Python code that changed the size.
        if (index >= size()) {
            throw Errors.indexError("array assignment index out of range");
        }
        kind.store(memory(), (long) index * kind.size, bits);
    }

    /** Changes the size; new items are not defined. BufferError while a view exists. */
    void resize(int newSize) {
        if (newSize != size()) {
            checkResizable();
            store.resize(newSize);
        }
    }

    void checkResizable() {
        if (!exports.isEmpty()) {
            if (store instanceof OwnStore) {
                DroppedViews.remove(exports);
            } else {
                DroppedViews.removeCertain(exports);
            }
            store.viewed(exports.size());
        }
        if (!exports.isEmpty()) {
            throw Errors.raise(
                    ExceptionTypes.BufferError, "cannot resize an array that is exporting buffers");
        }
    }

    /** How many views of the items there may be. */
    public int views() {
        if (!exports.isEmpty()) {
            exports.removeIf(w -> w.get() == null);
        }
        return exports.size();
    }

    void append(Object value) {
        ItemKind kind = kind();
        long bits = kind.encode(value);
        int at = size();
        resize(at + 1);
        kind.store(memory(), (long) at * kind.size, bits);
    }

    void insert(int index, Object value) {
        ItemKind kind = kind();
        long bits = kind.encode(value);
        int size = size();
        resize(size + 1);
        move(index, index + 1, size - index);
        kind.store(memory(), (long) index * kind.size, bits);
    }

    /** Removes the items from one index up to another. */
    void remove(int from, int to) {
        if (from == to) {
            return;
        }
        checkResizable();
        int size = size();
        move(to, from, size - to);
        resize(size - (to - from));
    }

    /** Replaces the items from one index up to another by those of a segment. */
    void replace(int from, int to, MemorySegment items, int count) {
        // The items may be our own.
        int itemSize = kind().size;
        byte[] copy = new byte[Math.multiplyExact(count, itemSize)];
        MemorySegment.copy(items, ValueLayout.JAVA_BYTE, 0, copy, 0, copy.length);
        int change = count - (to - from);
        if (change > 0) {
            int tail = size() - to;
            resize(size() + change);
            move(to, to + change, tail);
        } else if (change < 0) {
            remove(from + count, to);
        }
        long at = (long) from * itemSize;
        MemorySegment.copy(copy, 0, memory(), ValueLayout.JAVA_BYTE, at, copy.length);
    }

    private void move(int from, int to, int count) {
        MemorySegment items = memory();
        long width = kind().size;
        MemorySegment.copy(items, from * width, items, to * width, count * width);
    }

    /** Adds raw bytes, a multiple of the item size. */
    void appendBytes(byte[] data) {
        long at = byteLength();
        resize(size() + data.length / kind().size);
        MemorySegment.copy(data, 0, memory(), ValueLayout.JAVA_BYTE, at, data.length);
    }

    byte[] toBytes() {
        byte[] out = new byte[Math.toIntExact(byteLength())];
        MemorySegment.copy(memory(), ValueLayout.JAVA_BYTE, 0, out, 0, out.length);
        return out;
    }

    /** A new array of the builtin type with some items of this one. */
    PyArray copyOf(int from, int to) {
        PyArray out = new PyArray(ArrayType.TYPE, kind());
        out.resize(to - from);
        long width = kind().size;
        MemorySegment.copy(memory(), from * width, out.memory(), 0, (to - from) * width);
        return out;
    }

    @Override
    public PyBuffer getBuffer(int flags) {
        ItemKind kind = kind();
        String format = kind.isUnicode() ? "w" : String.valueOf(kind.typeCode);
        MemorySegment items = memory().asSlice(0, byteLength());
        PyBuffer view = PyBuffer.ofItems(this, items, size(), false, format, kind.size, flags);
        if (exports.isEmpty()) {
            exports = new ArrayList<>(2);
        }
        exports.add(new WeakReference<>(view));
        view.onRelease(this::forgetReleased);
        store.viewed(exports.size());
        return view;
    }

    private void forgetReleased() {
        exports.removeIf(w -> {
            PyBuffer b = w.get();
            return b == null || b.isReleased();
        });
        store.viewed(exports.size());
    }
}
