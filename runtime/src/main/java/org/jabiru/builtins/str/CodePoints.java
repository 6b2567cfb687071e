package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.AbstractTruffleString;
import com.oracle.truffle.api.strings.InternalByteArray;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jabiru.object.Str;

/**
 * Read access to the code points of a str, without a copy for strings in their usual compact forms.
 * For Java loops over a whole string: reading through TruffleString's nodes costs a call a
 * character.
 */
public final class CodePoints {
    private static final VarHandle CHAR =
            MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    /** The bits of eight bytes that are 0 in ASCII. */
    private static final long NOT_ASCII = 0x8080808080808080L;

    private final byte[] data;
    private final int offset;
    private final int length;
    private final int stride;

    private CodePoints(byte[] data, int offset, int length, int stride) {
        this.data = data;
        this.offset = offset;
        this.length = length;
        this.stride = stride;
    }

    /** The code points of a str, which must not change (no str does). */
    public static CodePoints of(AbstractTruffleString s) {
        int length = Str.length(s);
        TruffleString.CompactionLevel level = s.getStringCompactionLevelUncached(Str.UTF_32);
        if (level == TruffleString.CompactionLevel.S1
                && s.isCompatibleToUncached(TruffleString.Encoding.ISO_8859_1)) {
            InternalByteArray a = s.getInternalByteArrayUncached(TruffleString.Encoding.ISO_8859_1);
            return new CodePoints(a.getArray(), a.getOffset(), length, 0);
        }
        if (level == TruffleString.CompactionLevel.S2
                && s.isCompatibleToUncached(TruffleString.Encoding.UTF_16)) {
            InternalByteArray a = s.getInternalByteArrayUncached(TruffleString.Encoding.UTF_16);
            return new CodePoints(a.getArray(), a.getOffset(), length, 1);
        }
        InternalByteArray a = s.getInternalByteArrayUncached(Str.UTF_32);
        return new CodePoints(a.getArray(), a.getOffset(), length, 2);
    }

    /** Bytes as code points below 256. */
    public static CodePoints ofLatin1(byte[] bytes) {
        return new CodePoints(bytes, 0, bytes.length, 0);
    }

    public int length() {
        return length;
    }

    /** The code point at an index that is in range. */
    public int at(int index) {
        return switch (stride) {
            case 0 -> data[offset + index] & 0xff;
            case 1 -> (char) CHAR.get(data, offset + (index << 1));
            default -> (int) INT.get(data, offset + (index << 2));
        };
    }

    /** Whether the string is stored as Latin-1: then {@link #copyLatin1} works. */
    public boolean isLatin1() {
        return stride == 0;
    }

    /** Whether every code point is below 128. */
    public boolean isAscii() {
        return stride == 0 && notAscii(data, offset, offset + length) < 0;
    }

    /** The index of the first byte of a range that is not ASCII, or -1. */
    public static int notAscii(byte[] data, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to && ((long) LONG.get(data, i) & NOT_ASCII) == 0) {
            i += Long.BYTES;
        }
        while (i < to && data[i] >= 0) {
            i++;
        }
        return i < to ? i : -1;
    }

    /** Copies a range of a Latin-1 string, a byte a character. */
    public void copyLatin1(int from, int to, byte[] target, int at) {
        System.arraycopy(data, offset + from, target, at, to - from);
    }

    /** The first index of other code points (not none) in a range, or -1. */
    public int indexOf(CodePoints sub, int from, int to) {
        return sub.length == 1
                ? indexOf(sub.at(0), from, to)
                : SubstringSearch.first(this, sub, from, to);
    }

    /** The last index of other code points (not none) in a range, or -1. */
    public int lastIndexOf(CodePoints sub, int from, int to) {
        return SubstringSearch.last(this, sub, from, to);
    }

    /** The first index of one code point in a range, or -1. */
    public int indexOf(int c, int from, int to) {
        if (stride == 0) {
            if (c > 0xff) {
                return -1;
            }
            int at = SubstringSearch.indexOfByte(data, (byte) c, offset + from, offset + to);
            return at < 0 ? -1 : at - offset;
        }
        for (int i = from; i < to; i++) {
            if (at(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** How many code points, up to all, are those of another from an index on. */
    int matching(int from, CodePoints other) {
        if (stride == 0 && other.stride == 0) {
            int start = offset + from;
            int n = other.length;
            int end = other.offset + n;
            int at = Arrays.mismatch(data, start, start + n, other.data, other.offset, end);
            return at < 0 ? n : at;
        }
        int k = 0;
        while (k < other.length && at(from + k) == other.at(k)) {
            k++;
        }
        return k;
    }
}
