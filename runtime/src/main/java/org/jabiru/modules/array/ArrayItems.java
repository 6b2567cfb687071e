package org.jabiru.modules.array;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.slice.PySlice.Indices;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;

/** Filling, slicing and searching arrays. */
final class ArrayItems {
    private ArrayItems() {}

    /** Adds what the second argument of {@code array(...)} holds. */
    static void initialize(PyArray a, Object initial) {
        TruffleString text = Str.valueOrNull(initial);
        if (text != null) {
            if (!a.kind().isUnicode()) {
                throw Errors.typeError(
                        "cannot use a str to initialize an array with typecode '%c'",
                        a.kind().typeCode);
            }
            appendText(a, text);
        } else if (initial instanceof PyArray other) {
            if (a.kind().isUnicode() != other.kind().isUnicode()) {
                throw Errors.typeError(
                        a.kind().isUnicode()
                                ? "cannot use a non-unicode array to initialize an array with"
                                        + " typecode '%c'"
                                : "cannot use a unicode array to initialize an array with typecode"
                                        + " '%c'",
                        a.kind().typeCode);
            }
            for (int i = 0; i < other.size(); i++) {
                a.append(other.get(i));
            }
        } else if (isBytes(initial)) {
            appendBytes(a, Buffers.bytesOf(initial));
        } else {
            extendFrom(a, initial);
        }
    }

    private static boolean isBytes(Object o) {
        return o instanceof PyBytes || o instanceof PyByteArray;
    }

    static void appendText(PyArray a, TruffleString text) {
        int from = a.size();
        int[] points = Str.codePoints(text);
        a.resize(from + points.length);
        for (int i = 0; i < points.length; i++) {
            a.kind().store(a.memory(), (long) (from + i) * 4, points[i]);
        }
    }

    static void appendBytes(PyArray a, byte[] data) {
        if (data.length % a.kind().size != 0) {
            throw Errors.valueError("bytes length not a multiple of item size");
        }
        a.appendBytes(data);
    }

    static void extendFrom(PyArray a, Object iterable) {
        Object iterator = Iteration.iter(iterable);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            a.append(x);
        }
    }

    /** {@code array.extend}. */
    static void extend(PyArray a, Object iterable) {
        if (!(iterable instanceof PyArray other)) {
            extendFrom(a, iterable);
            return;
        }
        if (a.kind() != other.kind()) {
            throw Errors.typeError("can only extend with array of same kind");
        }
        a.replace(a.size(), a.size(), other.memory(), other.size());
    }

    /** Adds the items of a list, all or none. */
    static void fromList(PyArray a, PyList list) {
        int before = a.size();
        int count = list.size();
        try {
            for (int i = 0; i < count; i++) {
                a.append(list.get(i));
                if (list.size() != count) {
                    throw Errors.runtimeError("list changed size during iteration");
                }
            }
        } catch (PyException e) {
            a.resize(before);
            throw e;
        }
    }

    static Object slice(PyArray a, Indices part) {
        if (part.step() == 1) {
            return a.copyOf(part.first(), part.first() + part.size());
        }
        PyArray out = new PyArray(ArrayType.TYPE, a.kind());
        out.resize(part.size());
        int size = a.kind().size;
        for (int i = 0; i < part.size(); i++) {
            MemorySegment.copy(
                    a.memory(), (long) part.at(i) * size, out.memory(), (long) i * size, size);
        }
        return out;
    }

    static void assign(PyArray a, PySlice slice, Object value) {
        Indices part = slice.indices(a.size());
        if (!(value instanceof PyArray other)) {
            throw Errors.typeError(
                    "can only assign array (not \"%s\") to array slice",
                    Types.of(value).fullName());
        }
        if (other.kind() != a.kind()) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        if (other.size() == 0 || other.size() != part.count()) {
            a.checkResizable();
        }
        if (part.step() == 1) {
            a.replace(part.first(), (int) part.stop(), other.memory(), other.size());
            return;
        }
        if (other.size() != part.count()) {
            throw Errors.valueError(
                    "attempt to assign array of size %d to extended slice of size %d",
                    other.size(), part.count());
        }
        MemorySegment source = other == a ? a.copyOf(0, a.size()).memory() : other.memory();
        int size = a.kind().size;
        for (int i = 0; i < part.size(); i++) {
            MemorySegment.copy(source, (long) i * size, a.memory(), (long) part.at(i) * size, size);
        }
    }

    static void delete(PyArray a, Indices part) {
        a.checkResizable();
        int count = part.size();
        if (part.step() == 1) {
            a.remove(part.first(), part.first() + count);
            return;
        }
        // From the last on, so that the other indices stay right.
        for (int i = 0; i < count; i++) {
            int index = part.step() < 0 ? part.at(i) : part.at(count - 1 - i);
            a.remove(index, index + 1);
        }
    }

    static int find(PyArray a, Object value, int from, int to) {
        for (int i = from; i < a.size() && i < to; i++) {
            if (Comparison.equal(a.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    /** The array repeated; MemoryError when too long. */
    static PyArray repeat(PyArray a, long times) {
        PyArray out = new PyArray(ArrayType.TYPE, a.kind());
        if (times > 0 && a.size() > 0 && times > (Integer.MAX_VALUE - 64) / a.size()) {
            throw Errors.memoryError();
        }
        int count = (int) times;
        out.resize(a.size() * count);
        long length = a.byteLength();
        for (int i = 0; i < count && length > 0; i++) {
            MemorySegment.copy(a.memory(), 0, out.memory(), i * length, length);
        }
        return out;
    }

    static void reverse(PyArray a) {
        for (int i = 0, j = a.size() - 1; i < j; i++, j--) {
            swap(a, i, j);
        }
    }

    private static void swap(PyArray a, int i, int j) {
        int size = a.kind().size;
        for (int k = 0; k < size; k++) {
            swapBytes(a.memory(), (long) i * size + k, (long) j * size + k);
        }
    }

    static void byteSwap(PyArray a) {
        int size = a.kind().size;
        for (int i = 0; i < a.size(); i++) {
            long at = (long) i * size;
            for (int k = 0; k < size / 2; k++) {
                swapBytes(a.memory(), at + k, at + size - 1 - k);
            }
        }
    }

    private static void swapBytes(MemorySegment memory, long i, long j) {
        byte b = memory.get(ValueLayout.JAVA_BYTE, i);
        memory.set(ValueLayout.JAVA_BYTE, i, memory.get(ValueLayout.JAVA_BYTE, j));
        memory.set(ValueLayout.JAVA_BYTE, j, b);
    }
}
