package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.InternalByteArray;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.capi.types.StaticTypes;
import org.jabiru.object.Str;

/** Makes native ints, floats, strings and bytes: new objects with one reference. */
public final class ValueWriter {
    private static final int DIGIT_BITS = 30;
    private static final long DIGIT_MASK = (1L << DIGIT_BITS) - 1;

    private final NativeState state;
    private final StaticTypes types;

    public ValueWriter(NativeState state, StaticTypes types) {
        this.state = state;
        this.types = types;
    }

    public long ofLong(long value) {
        long small = state.smallInt(value);
        if (small != 0) {
            return small;
        }
        // Two digits or one take the same cell, the one that C takes too.
        long magnitude = value < 0 ? -value : value;
        if (magnitude >>> 2 * DIGIT_BITS != 0) {
            long object = state.allocate(types.intType, ObjectLayout.LONG_DIGITS + 12);
            writeLong(object, value);
            return object;
        }
        long object = state.allocate(types.intType, ObjectLayout.LONG_DIGITS + 8);
        writeTwoDigits(object, magnitude, value < 0);
        return object;
    }

    private static void writeTwoDigits(long object, long magnitude, boolean negative) {
        long high = magnitude >>> DIGIT_BITS;
        Memory.putLong(
                object + ObjectLayout.LONG_DIGITS, magnitude & DIGIT_MASK | high << Integer.SIZE);
        long tag = (high == 0 ? 1 : 2) << 3 | (negative ? 2 : 0);
        Memory.putLong(object + ObjectLayout.LONG_TAG, tag);
    }

    /** Fills the tag and digits of an int of at most 64 bits (3 digits of 30 bits). */
    public static void writeLong(long object, long value) {
        long rest = value < 0 ? -value : value;
        long digits = object + ObjectLayout.LONG_DIGITS;
        int count = 0;
        // -value is still negative for the smallest value; the unsigned shift makes that right.
        while (rest != 0) {
            Memory.putInt(digits + 4L * count, (int) (rest & DIGIT_MASK));
            rest >>>= DIGIT_BITS;
            count++;
        }
        long sign = value > 0 ? 0 : value == 0 ? 1 : 2;
        Memory.putLong(object + ObjectLayout.LONG_TAG, (long) count << 3 | sign);
    }

    @TruffleBoundary
    public long ofBig(BigInteger value) {
        int count = (value.abs().bitLength() + DIGIT_BITS - 1) / DIGIT_BITS;
        long object = state.allocate(types.intType, ObjectLayout.LONG_DIGITS + 4 * count);
        writeBig(object, value, count);
        return object;
    }

    /** Fills the tag and digits of a large int. */
    public static void writeBig(long object, BigInteger value, int count) {
        BigInteger rest = value.abs();
        for (int i = 0; i < count; i++) {
            Memory.putInt(
                    object + ObjectLayout.LONG_DIGITS + 4L * i, rest.intValue() & (int) DIGIT_MASK);
            rest = rest.shiftRight(DIGIT_BITS);
        }
        Memory.putLong(
                object + ObjectLayout.LONG_TAG, (long) count << 3 | (value.signum() < 0 ? 2 : 0));
    }

    public long ofDouble(double value) {
        long object = state.allocate(types.floatType, ObjectLayout.FLOAT_VALUE + 8);
        Memory.putDouble(object + ObjectLayout.FLOAT_VALUE, value);
        return object;
    }

    /** The size of a compact str with these characters. */
    private static int strSize(int length, int kind, boolean ascii) {
        return (ascii ? ObjectLayout.STR_ASCII_DATA : ObjectLayout.STR_DATA) + (length + 1) * kind;
    }

    @TruffleBoundary
    public long ofStr(TruffleString value) {
        int length = Str.length(value);
        if (length == 0) {
            return state.emptyStr;
        }
        TruffleString.CodeRange range = value.getCodeRangeUncached(Str.UTF_32);
        if (length == 1) {
            int c = Str.codePointAt(value, 0);
            if (c < 256) {
                return state.latin1(c);
            }
        }
        boolean ascii = range == TruffleString.CodeRange.ASCII;
        int kind = kindOf(value, range);
        long object = state.allocate(types.strType, strSize(length, kind, ascii));
        writeStr(object, value, kind, ascii);
        return object;
    }

    private static int kindOf(TruffleString value, TruffleString.CodeRange range) {
        if (range == TruffleString.CodeRange.ASCII || range == TruffleString.CodeRange.LATIN_1) {
            return 1;
        }
        if (range == TruffleString.CodeRange.BMP) {
            return 2;
        }
        int largest = 0;
        for (int i = 0; i < Str.length(value); i++) {
            largest = Math.max(largest, Str.codePointAt(value, i));
        }
        return largest < 256 ? 1 : largest < 65536 ? 2 : 4;
    }

    private static void writeStr(long object, TruffleString value, int kind, boolean ascii) {
        int length = Str.length(value);
        Memory.putLong(object + ObjectLayout.STR_LENGTH, length);
        Memory.putLong(object + ObjectLayout.STR_HASH, -1);
        Memory.putInt(
                object + ObjectLayout.STR_STATE,
                kind << ObjectLayout.STR_KIND_SHIFT
                        | ObjectLayout.STR_COMPACT
                        | (ascii ? ObjectLayout.STR_ASCII : 0));
        long data = object + ObjectLayout.STR_ASCII_DATA;
        if (!ascii) {
            data = object + ObjectLayout.STR_DATA;
            Memory.putLong(object + ObjectLayout.STR_UTF8_LENGTH, 0);
            Memory.putLong(object + ObjectLayout.STR_UTF8, 0);
        }
        writeCharacters(data, value, length, kind);
        switch (kind) {
            case 1 -> Memory.putByte(data + length, (byte) 0);
            case 2 -> Memory.putShort(data + 2L * length, (short) 0);
            default -> Memory.putInt(data + 4L * length, 0);
        }
    }

    private static void writeCharacters(long data, TruffleString value, int length, int kind) {
        TruffleString.CodeRange range = value.getCodeRangeUncached(Str.UTF_32);
        if (kind == 1
                && (range == TruffleString.CodeRange.ASCII
                        || range == TruffleString.CodeRange.LATIN_1)) {
            // The same bytes, seen as the other encoding.
            TruffleString.Encoding latin1 = TruffleString.Encoding.ISO_8859_1;
            InternalByteArray bytes =
                    value.switchEncodingUncached(latin1).getInternalByteArrayUncached(latin1);
            Memory.putBytes(data, bytes.getArray(), bytes.getOffset(), bytes.getLength());
            return;
        }
        if (kind == 4) {
            InternalByteArray bytes = value.getInternalByteArrayUncached(Str.UTF_32);
            Memory.putBytes(data, bytes.getArray(), bytes.getOffset(), bytes.getLength());
            return;
        }
        int[] points = Str.codePoints(value);
        for (int i = 0; i < length; i++) {
            if (kind == 2) {
                Memory.putShort(data + 2L * i, (short) points[i]);
            } else {
                Memory.putByte(data + i, (byte) points[i]);
            }
        }
    }

    /** A str object's memory for a proxy of a str subclass: data behind a pointer (not compact). */
    public long utf32Buffer(TruffleString value) {
        int length = Str.length(value);
        long buffer = state.functions.PyMem_Malloc(4L * (length + 1));
        if (buffer == 0) {
            throw new OutOfMemoryError();
        }
        for (int i = 0; i <= length; i++) {
            Memory.putInt(buffer + 4L * i, i == length ? 0 : Str.codePointAt(value, i));
        }
        return buffer;
    }

    @TruffleBoundary
    public long ofBytes(byte[] value, int from, int length) {
        if (length == 0) {
            return state.emptyBytes;
        }
        long object = state.allocate(types.bytesType, ObjectLayout.BYTES_DATA + length + 1);
        writeBytes(object, value, from, length);
        return object;
    }

    /** Fills size, hash and data of a bytes object. */
    public static void writeBytes(long object, byte[] value, int from, int length) {
        Memory.putLong(object + ObjectLayout.SIZE, length);
        Memory.putLong(object + ObjectLayout.BYTES_HASH, -1);
        Memory.putBytes(object + ObjectLayout.BYTES_DATA, value, from, length);
        Memory.putByte(object + ObjectLayout.BYTES_DATA + length, (byte) 0);
    }
}
