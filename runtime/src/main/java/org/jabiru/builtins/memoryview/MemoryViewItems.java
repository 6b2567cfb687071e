package org.jabiru.builtins.memoryview;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.PyBuffer;

/** Items, slices and comparison of memoryviews. */
final class MemoryViewItems {
    private MemoryViewItems() {}

    static Object read(PyBuffer b, long[] index) {
        return ItemFormat.read(ItemFormat.code(b.format), b.segmentOf(index), b.itemOffset(index));
    }

    static Object getItem(PyMemoryView self, Object key) {
        PyBuffer b = self.buffer();
        if (key instanceof PySlice slice) {
            if (b.dimensions() == 0) {
                throw Errors.typeError("invalid indexing of 0-dim memory");
            }
            return self.sliced(() -> slice(b, slice));
        }
        if (b.dimensions() == 0) {
            if (key instanceof PyTuple t && t.size() == 0) {
                return read(b, new long[0]);
            }
            if (key == Singleton.ELLIPSIS) {
                return self;
            }
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        long[] index = index(b, key);
        self.buffer(); // An __index__ may have released it.
        return read(b, index);
    }

    private static boolean isAllSlices(PyTuple keys) {
        for (Object key : keys.items) {
            if (!(key instanceof PySlice)) {
                return false;
            }
        }
        return true;
    }

    private static long[] index(PyBuffer b, Object key) {
        if (Numbers.isIndex(key)) {
            if (b.dimensions() != 1) {
                throw Errors.notImplemented(
                        b.dimensions() == 0
                                ? "invalid indexing of 0-dim memory"
                                : "multi-dimensional sub-views are not implemented");
            }
            return new long[] {position(b, 0, key)};
        }
        if (key instanceof PyTuple t && t.size() > 0 && isAllSlices(t)) {
            throw Errors.notImplemented("multi-dimensional slicing is not implemented");
        }
        if (!(key instanceof PyTuple t) || !isAllIndices(t)) {
            throw Errors.typeError("memoryview: invalid slice key");
        }
        if (t.size() > b.dimensions()) {
            throw Errors.typeError(
                    "cannot index %d-dimension view with %d-element tuple",
                    b.dimensions(), t.size());
        }
        if (t.size() < b.dimensions()) {
            throw Errors.notImplemented("sub-views are not implemented");
        }
        long[] index = new long[t.size()];
        for (int i = 0; i < index.length; i++) {
            index[i] = position(b, i, t.get(i));
        }
        return index;
    }

    private static boolean isAllIndices(PyTuple t) {
        for (Object o : t.items) {
            if (!Numbers.isIndex(o)) {
                return false;
            }
        }
        return true;
    }

    private static long position(PyBuffer b, int dimension, Object key) {
        long i = Numbers.indexForItem(key);
        long n = b.shape[dimension];
        long at = i < 0 ? i + n : i;
        if (at < 0 || at >= n) {
            throw Errors.indexError("index out of bounds on dimension %d", dimension + 1);
        }
        return at;
    }

    /** A slice of the first dimension. */
    private static PyBuffer slice(PyBuffer b, PySlice slice) {
        PySlice.Indices i = slice.indices(b.shape[0]);
        long[] shape = b.shape.clone();
        long[] strides = b.strides.clone();
        shape[0] = i.count();
        strides[0] *= i.step();
        long[] suboffsets = b.suboffsets;
        long offset = b.offset + i.start() * b.strides[0];
        if (i.count() == 0 && (offset < 0 || offset > b.memory.byteSize())) {
            offset = b.offset;
        }
        return new PyBuffer(
                b.owner,
                b.memory,
                offset,
                b.readOnly,
                b.format,
                b.itemSize,
                shape,
                strides,
                suboffsets);
    }

    static void setItem(PyMemoryView self, Object key, Object value) {
        PyBuffer b = self.buffer();
        if (b.readOnly) {
            throw Errors.typeError("cannot modify read-only memory");
        }
        if (value == null) {
            throw Errors.typeError("cannot delete memory");
        }
        if (key instanceof PySlice slice) {
            if (b.dimensions() != 1) {
                throw Errors.notImplemented(
                        "memoryview slice assignments are currently restricted to ndim = 1");
            }
            assign(self, b, slice, value);
            return;
        }
        long[] index;
        if (b.dimensions() == 0) {
            boolean whole = key == Singleton.ELLIPSIS || key instanceof PyTuple t && t.size() == 0;
            if (!whole) {
                throw Errors.typeError("invalid indexing of 0-dim memory");
            }
            index = new long[0];
        } else {
            index = index(b, key);
        }
        char code = ItemFormat.code(b.format);
        Object converted = ItemFormat.converted(code, value);
        self.buffer(); // Python code that converted something may have released it.
        ItemFormat.write(code, b.segmentOf(index), b.itemOffset(index), converted);
    }

    private static void assign(PyMemoryView self, PyBuffer b, PySlice slice, Object value) {
        PyBuffer source = Buffers.get(value, PyBuffer.FULL_RO);
        try {
            PyBuffer target = slice(b, slice);
            self.buffer(); // An __index__ may have released it.
            if (source.dimensions() != 1
                    || source.shape[0] != target.shape[0]
                    || source.itemSize != target.itemSize
                    || !plain(source.format).equals(plain(target.format))) {
                throw Errors.valueError(
                        "memoryview assignment: lvalue and rvalue have different structures");
            }
            MemorySegment copy = MemorySegment.ofArray(source.toByteArray());
            long[] index = {0};
            for (long i = 0; i < target.shape[0]; i++) {
                index[0] = i;
                MemorySegment.copy(
                        copy,
                        i * target.itemSize,
                        target.segmentOf(index),
                        target.itemOffset(index),
                        target.itemSize);
            }
        } finally {
            source.release();
        }
    }

    private static String plain(String format) {
        return format.startsWith("@") ? format.substring(1) : format;
    }

    /** Nested lists of the items. */
    static Object toList(PyBuffer b) {
        ItemFormat.code(b.format);
        return toList(b, new long[b.dimensions()], 0);
    }

    private static Object toList(PyBuffer b, long[] index, int dimension) {
        if (dimension == b.dimensions()) {
            return read(b, index);
        }
        PyList out = new PyList();
        for (long i = 0; i < b.shape[dimension]; i++) {
            index[dimension] = i;
            out.append(toList(b, index, dimension + 1));
        }
        return out;
    }

    /** Whether shapes and values agree; null when the other exports no buffer. */
    static Boolean equalOrNull(PyMemoryView self, Object other) {
        if (self == other) {
            return self.isReleased() || equal(self.buffer(), self.buffer());
        }
        if (self.isReleased() || other instanceof PyMemoryView v && v.isReleased()) {
            return false;
        }
        if (!Buffers.isBuffer(other)) {
            return null;
        }
        PyBuffer b;
        try {
            b = Buffers.get(other, PyBuffer.FULL_RO);
        } catch (PyException e) {
            return null;
        }
        try {
            return equal(self.buffer(), b);
        } finally {
            b.release();
        }
    }

    private static boolean equal(PyBuffer a, PyBuffer b) {
        if (!Arrays.equals(a.shape, b.shape)) {
            return false;
        }
        char x = ItemFormat.codeOrZero(a.format);
        char y = ItemFormat.codeOrZero(b.format);
        if (x == y && x != 0 && ItemFormat.isByte(x)) {
            return Arrays.equals(a.toByteArray(), b.toByteArray());
        }
        if (x == 0 || y == 0) {
            return StructuredItems.equal(a, b);
        }
        long[] index = new long[a.dimensions()];
        for (long n = a.count(); n > 0; n--) {
            if (!Comparison.equal(
                    ItemFormat.read(x, a.segmentOf(index), a.itemOffset(index)),
                    ItemFormat.read(y, b.segmentOf(index), b.itemOffset(index)))) {
                return false;
            }
            a.advance(index, false);
        }
        return true;
    }
}
