package org.jabiru.builtins.bytes;

import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.str.StrSearch;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/**
 * Searching and combining, for bytes and bytearray: a byte string is the first {@code n} elements
 * of an array {@code a}.
 */
public final class ByteStrings {
    private ByteStrings() {}

    /** The position of a byte string in another's range, or -1. */
    public static int indexOf(byte[] a, byte[] sub, int from, int to) {
        int n = sub.length;
        if (to - from < n) {
            return -1;
        }
        if (n == 0) {
            return from;
        }
        return CodePoints.ofLatin1(a).indexOf(CodePoints.ofLatin1(sub), from, to);
    }

    /** The last position of a byte string in another's range, or -1. */
    public static int lastIndexOf(byte[] a, byte[] sub, int from, int to) {
        int n = sub.length;
        if (to - from < n) {
            return -1;
        }
        return n == 0 ? to : CodePoints.ofLatin1(a).lastIndexOf(CodePoints.ofLatin1(sub), from, to);
    }

    /** What to search for: bytes-like, or one byte as an int. */
    static byte[] needle(Object sub) {
        if (Buffers.isBuffer(sub)) {
            return Buffers.bytesOf(sub);
        }
        if (Numbers.isIndex(sub)) {
            return new byte[] {toByte(sub)};
        }
        throw Errors.typeError(
                "argument should be integer or bytes-like object, not '%s'", Types.of(sub).name());
    }

    /** An int as a byte; ValueError outside 0…255. */
    static byte toByte(Object value) {
        Object i = Numbers.index(value);
        if (!(i instanceof Long l) || l < 0 || l > 255) {
            throw Errors.valueError("byte must be in range(0, 256)");
        }
        return (byte) (long) l;
    }

    static int find(byte[] a, int n, Object sub, Object start, Object end, boolean last) {
        byte[] wanted = needle(sub);
        int from = StrSearch.bound(start, n, 0);
        int to = Math.min(StrSearch.bound(end, n, n), n);
        return last ? lastIndexOf(a, wanted, from, to) : indexOf(a, wanted, from, to);
    }

    static int index(byte[] a, int n, Object sub, Object start, Object end, boolean last) {
        int at = find(a, n, sub, start, end, last);
        if (at < 0) {
            throw Errors.valueError("subsection not found");
        }
        return at;
    }

    static long count(byte[] a, int n, Object sub, Object start, Object end) {
        byte[] wanted = needle(sub);
        int from = StrSearch.bound(start, n, 0);
        int to = Math.min(StrSearch.bound(end, n, n), n);
        if (wanted.length == 0) {
            return from > to ? 0 : to - from + 1;
        }
        long count = 0;
        for (int i = indexOf(a, wanted, from, to);
                i >= 0;
                i = indexOf(a, wanted, i + wanted.length, to)) {
            count++;
        }
        return count;
    }

    static boolean contains(byte[] a, int n, Object item) {
        Object index = indexOrNull(item);
        byte[] wanted = index != null ? new byte[] {toByte(index)} : Buffers.bytesOf(item);
        return indexOf(a, wanted, 0, n) >= 0;
    }

    /** The int that an item is; null also when {@code __index__} fails, as CPython forgets why. */
    private static Object indexOrNull(Object item) {
        if (!Numbers.isIndex(item)) {
            return null;
        }
        try {
            return Numbers.index(item);
        } catch (PyException e) {
            return null;
        }
    }

    /** {@code startswith} and {@code endswith}. */
    static boolean hasAffix(
            byte[] a, int n, Object affix, Object start, Object end, boolean atEnd) {
        int from = StrSearch.bound(start, n, 0);
        int to = Math.min(StrSearch.bound(end, n, n), n);
        if (affix instanceof PyTuple t) {
            for (Object item : t.items) {
                if (hasAffix(a, Buffers.bytesOf(item), from, to, atEnd)) {
                    return true;
                }
            }
            return false;
        }
        if (!Buffers.isBuffer(affix)) {
            throw Errors.typeError(
                    "%s first arg must be bytes or a tuple of bytes, not %s",
                    atEnd ? "endswith" : "startswith", Types.of(affix).name());
        }
        return hasAffix(a, Buffers.bytesOf(affix), from, to, atEnd);
    }

    static boolean hasAffix(byte[] a, byte[] affix, int from, int to, boolean atEnd) {
        int n = affix.length;
        int at = atEnd ? to - n : from;
        return to - from >= n && Arrays.equals(a, at, at + n, affix, 0, n);
    }

    static byte[] concat(byte[] a, int n, Object other, String typeName) {
        if (!Buffers.isBuffer(other)) {
            throw Errors.typeError("can't concat %s to %s", Types.of(other).name(), typeName);
        }
        byte[] b = other instanceof PyBytes o ? o.value : Buffers.bytesOf(other);
        byte[] out = Arrays.copyOf(a, checkedLength((long) n + b.length));
        System.arraycopy(b, 0, out, n, b.length);
        return out;
    }

    static byte[] repeat(byte[] a, int n, long count) {
        if (n == 0 || count <= 0) {
            return new byte[0];
        }
        if (count > Integer.MAX_VALUE) {
            throw memoryError();
        }
        byte[] out = new byte[checkedLength(n * count)];
        if (n == 1) {
            Arrays.fill(out, a[0]);
            return out;
        }
        System.arraycopy(a, 0, out, 0, n);
        for (int done = n; done < out.length; done += Math.min(done, out.length - done)) {
            System.arraycopy(out, 0, out, done, Math.min(done, out.length - done));
        }
        return out;
    }

    static int checkedLength(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw memoryError();
        }
        return (int) length;
    }

    private static PyException memoryError() {
        return Errors.raise(ExceptionTypes.MemoryError, "");
    }

    static byte[] join(byte[] gap, int gapSize, Object iterable) {
        Object[] items = Iteration.toArray(iterable, "can only join an iterable");
        byte[][] parts = new byte[items.length][];
        long length = (long) gapSize * Math.max(0, items.length - 1);
        for (int i = 0; i < items.length; i++) {
            if (!Buffers.isBuffer(items[i])) {
                throw Errors.typeError(
                        "sequence item %d: expected a bytes-like object, %s found",
                        i, Types.of(items[i]).name());
            }
            parts[i] = Buffers.bytesOf(items[i]);
            length += parts[i].length;
        }
        byte[] out = new byte[checkedLength(length)];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                System.arraycopy(gap, 0, out, at, gapSize);
                at += gapSize;
            }
            System.arraycopy(parts[i], 0, out, at, parts[i].length);
            at += parts[i].length;
        }
        return out;
    }

    static byte[] replace(byte[] a, int n, Object oldPart, Object newPart, long limit) {
        byte[] from = Buffers.bytesOf(oldPart);
        byte[] to = Buffers.bytesOf(newPart);
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        ByteBuilder out = new ByteBuilder(n);
        int at = 0;
        if (from.length == 0) {
            for (; at < n && left-- > 0; at++) {
                out.append(to, 0, to.length).append(a[at]);
            }
            if (left > 0) {
                out.append(to, 0, to.length);
            }
            return out.append(a, at, n).toByteArray();
        }
        while (left-- > 0) {
            int found = indexOf(a, from, at, n);
            if (found < 0) {
                break;
            }
            out.append(a, at, found).append(to, 0, to.length);
            at = found + from.length;
        }
        return out.append(a, at, n).toByteArray();
    }

    static byte[] translate(byte[] a, int n, Object table, Object delete) {
        byte[] map = table == Singleton.NONE ? null : Buffers.bytesOf(table);
        if (map != null && map.length != 256) {
            throw Errors.valueError("translation table must be 256 characters long");
        }
        boolean[] drop = new boolean[256];
        if (delete != null) {
            for (byte b : Buffers.bytesOf(delete)) {
                drop[b & 0xff] = true;
            }
        }
        byte[] out = new byte[n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            int b = a[i] & 0xff;
            if (!drop[b]) {
                out[size++] = map == null ? a[i] : map[b];
            }
        }
        return size == n ? out : Arrays.copyOf(out, size);
    }

    static byte[] makeTable(Object from, Object to) {
        byte[] a = Buffers.bytesOf(from);
        byte[] b = Buffers.bytesOf(to);
        if (a.length != b.length) {
            throw Errors.valueError("maketrans arguments must have same length");
        }
        byte[] out = new byte[256];
        for (int i = 0; i < 256; i++) {
            out[i] = (byte) i;
        }
        for (int i = 0; i < a.length; i++) {
            out[a[i] & 0xff] = b[i];
        }
        return out;
    }

    /** The items {@code start + i * step}. */
    static byte[] slice(byte[] a, PySlice.Indices part) {
        if (part.step() == 1) {
            return Arrays.copyOfRange(a, part.first(), part.first() + part.size());
        }
        byte[] out = new byte[part.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[part.at(i)];
        }
        return out;
    }
}
