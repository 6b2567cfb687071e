package org.jabiru.builtins.bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Buffers;

/** {@code split}, {@code splitlines}, {@code partition} and {@code strip} of byte strings. */
final class ByteSplit {
    private ByteSplit() {}

    static boolean isSpace(byte b) {
        return b == ' ' || b >= 9 && b <= 13;
    }

    private static byte[] separator(Object separator) {
        byte[] s = Buffers.bytesOf(separator);
        if (s.length == 0) {
            throw Errors.valueError("empty separator");
        }
        return s;
    }

    static List<byte[]> split(byte[] a, int n, Object separator, long limit) {
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        List<byte[]> out = new ArrayList<>();
        if (separator == Singleton.NONE) {
            splitSpace(out, a, n, left);
            return out;
        }
        byte[] s = separator(separator);
        int from = 0;
        while (left-- > 0) {
            int at = ByteStrings.indexOf(a, s, from, n);
            if (at < 0) {
                break;
            }
            out.add(Arrays.copyOfRange(a, from, at));
            from = at + s.length;
        }
        out.add(Arrays.copyOfRange(a, from, n));
        return out;
    }

    private static void splitSpace(List<byte[]> out, byte[] a, int n, long limit) {
        long left = limit;
        int i = 0;
        while (true) {
            while (i < n && isSpace(a[i])) {
                i++;
            }
            if (i == n) {
                return;
            }
            int from = i;
            if (left-- == 0) {
                out.add(Arrays.copyOfRange(a, from, n));
                return;
            }
            while (i < n && !isSpace(a[i])) {
                i++;
            }
            out.add(Arrays.copyOfRange(a, from, i));
        }
    }

    static List<byte[]> splitRight(byte[] a, int n, Object separator, long limit) {
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        List<byte[]> out = new ArrayList<>();
        if (separator == Singleton.NONE) {
            splitSpaceRight(out, a, n, left);
        } else {
            byte[] s = separator(separator);
            int to = n;
            while (left-- > 0) {
                int at = ByteStrings.lastIndexOf(a, s, 0, to);
                if (at < 0) {
                    break;
                }
                out.add(Arrays.copyOfRange(a, at + s.length, to));
                to = at;
            }
            out.add(Arrays.copyOfRange(a, 0, to));
        }
        Collections.reverse(out);
        return out;
    }

    private static void splitSpaceRight(List<byte[]> out, byte[] a, int n, long limit) {
        long left = limit;
        int i = n;
        while (true) {
            while (i > 0 && isSpace(a[i - 1])) {
                i--;
            }
            if (i == 0) {
                return;
            }
            int to = i;
            if (left-- == 0) {
                out.add(Arrays.copyOfRange(a, 0, to));
                return;
            }
            while (i > 0 && !isSpace(a[i - 1])) {
                i--;
            }
            out.add(Arrays.copyOfRange(a, i, to));
        }
    }

    static List<byte[]> splitLines(byte[] a, int n, boolean keepEnds) {
        List<byte[]> out = new ArrayList<>();
        int from = 0;
        while (from < n) {
            int to = from;
            while (to < n && a[to] != '\n' && a[to] != '\r') {
                to++;
            }
            int next = to;
            if (to < n) {
                next = a[to] == '\r' && to + 1 < n && a[to + 1] == '\n' ? to + 2 : to + 1;
            }
            out.add(Arrays.copyOfRange(a, from, keepEnds ? next : to));
            from = next;
        }
        return out;
    }

    /** The three parts. */
    static List<byte[]> partition(byte[] a, int n, Object separator, boolean last) {
        byte[] s = separator(separator);
        int at = last ? ByteStrings.lastIndexOf(a, s, 0, n) : ByteStrings.indexOf(a, s, 0, n);
        byte[] none = {};
        if (at < 0) {
            byte[] all = Arrays.copyOf(a, n);
            return last ? List.of(none, none, all) : List.of(all, none, none);
        }
        return List.of(Arrays.copyOf(a, at), s.clone(), Arrays.copyOfRange(a, at + s.length, n));
    }

    /** Of bytes, or of an instance of a subclass; it and the separator are kept as they are. */
    static PyTuple partition(PyBytes self, Object separator, boolean last) {
        byte[] a = self.value;
        byte[] s = separator(separator);
        int at =
                last
                        ? ByteStrings.lastIndexOf(a, s, 0, a.length)
                        : ByteStrings.indexOf(a, s, 0, a.length);
        if (at < 0) {
            PyBytes none = PyBytes.empty();
            return last ? new PyTuple(none, none, self) : new PyTuple(self, none, none);
        }
        PyBytes rest = PyBytes.of(Arrays.copyOfRange(a, at + s.length, a.length));
        return new PyTuple(PyBytes.of(Arrays.copyOf(a, at)), separator, rest);
    }

    static byte[] strip(byte[] a, int n, Object set, boolean left, boolean right) {
        boolean[] strips = new boolean[256];
        if (set == Singleton.NONE) {
            for (int i = 0; i < 128; i++) {
                strips[i] = isSpace((byte) i);
            }
        } else {
            for (byte b : Buffers.bytesOf(set)) {
                strips[b & 0xff] = true;
            }
        }
        int from = 0;
        int to = n;
        while (left && from < to && strips[a[from] & 0xff]) {
            from++;
        }
        while (right && to > from && strips[a[to - 1] & 0xff]) {
            to--;
        }
        return Arrays.copyOfRange(a, from, to);
    }
}
