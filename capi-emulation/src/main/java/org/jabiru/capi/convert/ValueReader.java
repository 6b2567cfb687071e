package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Str;

/** Reads native ints, floats, strings and bytes. */
public final class ValueReader {
    private static final int DIGIT_BITS = 30;

    private ValueReader() {}

    /** An int: a Long, or a BigInteger when it does not fit. */
    public static Object readInt(long object) {
        long tag = Memory.getLong(object + ObjectLayout.LONG_TAG);
        int count = (int) (tag >>> 3);
        long sign = tag & 3;
        if (sign == 1) {
            return 0L;
        }
        long digits = object + ObjectLayout.LONG_DIGITS;
        if (count <= 2) {
            long value = Memory.getInt(digits);
            if (count == 2) {
                value |= (long) Memory.getInt(digits + 4) << DIGIT_BITS;
            }
            return sign == 2 ? -value : value;
        }
        return readBig(digits, count, sign == 2);
    }

    @TruffleBoundary
    private static Object readBig(long digits, int count, boolean negative) {
        // 30-bit digits, little end first, to 32-bit words, big end first.
        byte[] magnitude = new byte[(count * DIGIT_BITS + 7) / 8 + 8];
        long buffer = 0;
        int bits = 0;
        int out = magnitude.length;
        for (int i = 0; i < count; i++) {
            buffer |= (long) Memory.getInt(digits + 4L * i) << bits;
            bits += DIGIT_BITS;
            while (bits >= 8) {
                magnitude[--out] = (byte) buffer;
                buffer >>>= 8;
                bits -= 8;
            }
        }
        if (bits > 0) {
            magnitude[--out] = (byte) buffer;
        }
        BigInteger value = new BigInteger(negative ? -1 : 1, magnitude);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    public static double readFloat(long object) {
        return Memory.getDouble(object + ObjectLayout.FLOAT_VALUE);
    }

    /** A str of any kind. */
    @TruffleBoundary
    public static TruffleString readStr(long object) {
        int length = Math.toIntExact(Memory.getLong(object + ObjectLayout.STR_LENGTH));
        if (length == 0) {
            return Str.EMPTY;
        }
        int state = Memory.getInt(object + ObjectLayout.STR_STATE);
        int kind = state >> ObjectLayout.STR_KIND_SHIFT & 7;
        long data;
        if ((state & ObjectLayout.STR_COMPACT) == 0) {
            data = Memory.getLong(object + ObjectLayout.STR_DATA);
        } else if ((state & ObjectLayout.STR_ASCII) != 0) {
            data = object + ObjectLayout.STR_ASCII_DATA;
        } else {
            data = object + ObjectLayout.STR_DATA;
        }
        if (kind == 1) {
            byte[] bytes = Memory.getBytes(data, length);
            return TruffleString.fromByteArrayUncached(
                            bytes, TruffleString.Encoding.ISO_8859_1, false)
                    .switchEncodingUncached(Str.UTF_32);
        }
        int[] points = new int[length];
        for (int i = 0; i < length; i++) {
            points[i] =
                    kind == 2
                            ? Memory.getShort(data + 2L * i) & 0xffff
                            : Memory.getInt(data + 4L * i);
        }
        return Str.ofCodePoints(points, 0, length);
    }

    @TruffleBoundary
    public static byte[] readBytes(long object) {
        return Memory.getBytes(
                object + ObjectLayout.BYTES_DATA, Memory.getLong(object + ObjectLayout.SIZE));
    }
}
