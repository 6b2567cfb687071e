package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.AbstractTruffleString;
import com.oracle.truffle.api.strings.InternalByteArray;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jabiru.object.Str;

/**
 * Read access to the code points of a str, without a copy for strings in their usual compact forms.
 * For Java loops over a whole string: reading through TruffleString's nodes costs a call a
 * character.
 */
public final class CodePoints {
    private static final VarHandle CHAR =
            MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

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
        if (stride != 0) {
            return false;
        }
        for (int i = offset; i < offset + length; i++) {
            if (data[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Copies a range of a Latin-1 string, a byte a character. */
    public void copyLatin1(int from, int to, byte[] target, int at) {
        System.arraycopy(data, offset + from, target, at, to - from);
    }

    /** The first index of other code points (not none) in a range, or -1. */
    public int indexOf(CodePoints sub, int from, int to) {
        int last = to - sub.length;
        if (stride == 0 && sub.stride == 0) {
            byte first = sub.data[sub.offset];
            int end = offset + last;
            for (int i = offset + from; i <= end; i++) {
                if (data[i] == first && regionEquals(i - offset, sub)) {
                    return i - offset;
                }
            }
            return -1;
        }
        int first = sub.at(0);
        for (int i = from; i <= last; i++) {
            if (at(i) == first && regionEquals(i, sub)) {
                return i;
            }
        }
        return -1;
    }

    /** The last index of other code points (not none) in a range, or -1. */
    public int lastIndexOf(CodePoints sub, int from, int to) {
        int first = sub.at(0);
        for (int i = to - sub.length; i >= from; i--) {
            if (at(i) == first && regionEquals(i, sub)) {
                return i;
            }
        }
        return -1;
    }

    private boolean regionEquals(int from, CodePoints sub) {
        for (int k = 1; k < sub.length; k++) {
            if (at(from + k) != sub.at(k)) {
                return false;
            }
        }
        return true;
    }
}
