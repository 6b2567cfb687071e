package org.jabiru.builtins.memoryview;

import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.PyBuffer;

/** {@code memoryview.cast}. */
final class MemoryViewCast {
    private static final int MAX_DIMENSIONS = 64;

    private MemoryViewCast() {}

    static PyBuffer cast(PyBuffer b, String format, Object shape) {
        if (!b.isCContiguous()) {
            throw Errors.typeError("memoryview: casts are restricted to C-contiguous views");
        }
        if (shape != Singleton.NONE && b.dimensions() != 1 && shapeItems(shape).length != 1) {
            throw Errors.typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        }
        if (shape == Singleton.NONE || b.dimensions() != 1) {
            for (long n : b.shape) {
                if (n == 0 && b.dimensions() > 1) {
                    throw Errors.typeError(
                            "memoryview: cannot cast view with zeros in shape or strides");
                }
            }
        }
        char to = ItemFormat.codeOrZero(format);
        if (to == 0) {
            throw Errors.valueError(
                    "memoryview: destination format must be a native single character format"
                            + " prefixed with an optional '@'");
        }
        char from = ItemFormat.codeOrZero(b.format);
        if (!ItemFormat.isByte(from) && !ItemFormat.isByte(to)) {
            throw Errors.typeError("memoryview: cannot cast between two non-byte formats");
        }
        long length = b.byteLength();
        int size = ItemFormat.size(to);
        if (length % size != 0) {
            throw Errors.typeError("memoryview: length is not a multiple of itemsize");
        }
        long[] newShape =
                shape == Singleton.NONE ? new long[] {length / size} : shape(shape, size, length);
        return new PyBuffer(
                b.owner, b.memory, b.offset, b.readOnly, format, size, newShape, null, null);
    }

    private static Object[] shapeItems(Object shape) {
        if (shape instanceof PyList l) {
            return l.toArray();
        }
        if (shape instanceof PyTuple t) {
            return t.items;
        }
        throw Errors.typeError("shape must be a list or a tuple");
    }

    private static long[] shape(Object shape, int itemSize, long length) {
        Object[] items = shapeItems(shape);
        if (items.length > MAX_DIMENSIONS) {
            throw Errors.valueError(
                    "memoryview: number of dimensions must not exceed %d", MAX_DIMENSIONS);
        }
        long[] out = new long[items.length];
        long product = itemSize;
        for (int i = 0; i < out.length; i++) {
            Object n = Numbers.intOrNull(items[i]);
            if (n == null) {
                throw Errors.typeError("memoryview.cast(): elements of shape must be integers");
            }
            if (!(n instanceof Long l) || l <= 0) {
                throw Errors.valueError(
                        "memoryview.cast(): elements of shape must be integers > 0");
            }
            if (l > Long.MAX_VALUE / product) {
                throw Errors.valueError("memoryview.cast(): product(shape) > SSIZE_MAX");
            }
            out[i] = l;
            product *= l;
        }
        if (product != length) {
            throw Errors.typeError("memoryview: product(shape) * itemsize != buffer size");
        }
        return out;
    }
}
