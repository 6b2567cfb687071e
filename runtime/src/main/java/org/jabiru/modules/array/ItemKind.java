package org.jabiru.modules.array;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/** What the items of an array are: a typecode of the module {@code array}. */
public enum ItemKind {
    SIGNED_CHAR('b', 1, 1, "signed char"),
    UNSIGNED_CHAR('B', 1, 0, "unsigned byte integer"),
    UNICODE_U('u', 4, 20, null),
    UNICODE_W('w', 4, 20, null),
    SHORT('h', 2, 4, "signed short integer"),
    UNSIGNED_SHORT('H', 2, 2, "unsigned short"),
    INT('i', 4, 8, "signed integer"),
    UNSIGNED_INT('I', 4, 6, "unsigned int"),
    LONG('l', 8, 12, null),
    UNSIGNED_LONG('L', 8, 10, null),
    LONG_LONG('q', 8, 12, null),
    UNSIGNED_LONG_LONG('Q', 8, 10, null),
    FLOAT('f', 4, 14, null),
    DOUBLE('d', 8, 16, null);

    private static final ValueLayout.OfShort SHORTS = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INTS = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONGS = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfFloat FLOATS = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLES = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    /** The character that names it. */
    public final char typeCode;

    /** The size of an item in bytes. */
    public final int size;

    /** The number of the format in pickles. */
    final int machineFormat;

    /** What messages about the range call it. */
    private final String shown;

    ItemKind(char typeCode, int size, int machineFormat, String shown) {
        this.typeCode = typeCode;
        this.size = size;
        this.machineFormat = machineFormat;
        this.shown = shown;
    }

    /** The kind for a typecode; ValueError when there is none. */
    public static ItemKind of(int typeCode) {
        for (ItemKind k : values()) {
            if (k.typeCode == typeCode) {
                return k;
            }
        }
        throw Errors.valueError(
                "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    }

    boolean isUnicode() {
        return this == UNICODE_U || this == UNICODE_W;
    }

    /** The item at a byte offset. */
    Object read(MemorySegment memory, long at) {
        return switch (this) {
            case SIGNED_CHAR -> (long) memory.get(ValueLayout.JAVA_BYTE, at);
            case UNSIGNED_CHAR -> memory.get(ValueLayout.JAVA_BYTE, at) & 0xFFL;
            case UNICODE_U, UNICODE_W -> {
                int point = memory.get(INTS, at);
                if (point < 0 || point > Character.MAX_CODE_POINT) {
                    throw Errors.valueError(
                            "character U+%x is not in range [U+0000; U+10ffff]", point);
                }
                yield Str.ofCodePoint(point);
            }
            case SHORT -> (long) memory.get(SHORTS, at);
            case UNSIGNED_SHORT -> memory.get(SHORTS, at) & 0xFFFFL;
            case INT -> (long) memory.get(INTS, at);
            case UNSIGNED_INT -> memory.get(INTS, at) & 0xFFFFFFFFL;
            case LONG, LONG_LONG -> memory.get(LONGS, at);
            case UNSIGNED_LONG, UNSIGNED_LONG_LONG -> {
                long l = memory.get(LONGS, at);
                yield l >= 0 ? (Object) l : new BigInteger(Long.toUnsignedString(l));
            }
            case FLOAT -> (double) memory.get(FLOATS, at);
            case DOUBLE -> memory.get(DOUBLES, at);
        };
    }

    /**
     * What {@link #store} stores for an object; TypeError or OverflowError when it does not fit.
     */
    long encode(Object value) {
        return switch (this) {
            case SIGNED_CHAR -> inRange(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case UNSIGNED_CHAR -> inRange(value, 0, 0xFF);
            case SHORT -> inRange(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case UNSIGNED_SHORT -> inRange(value, 0, 0xFFFF);
            case INT -> inRange(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UNSIGNED_INT -> {
                if (Numbers.big(Numbers.index(value)).signum() < 0) {
                    throw Errors.overflowError("can't convert negative value to unsigned int");
                }
                yield inRange(value, 0, 0xFFFFFFFFL);
            }
            case LONG -> signed(value, "Python int too large to convert to C long");
            case LONG_LONG -> signed(value, "int too big to convert");
            case UNSIGNED_LONG ->
                    unsigned(
                            value,
                            "can't convert negative value to unsigned int",
                            "Python int too large to convert to C unsigned long");
            case UNSIGNED_LONG_LONG ->
                    unsigned(
                            value,
                            "can't convert negative int to unsigned",
                            "int too big to convert");
            case FLOAT -> Float.floatToRawIntBits((float) Numbers.toDouble(value));
            case DOUBLE -> Double.doubleToRawLongBits(Numbers.toDouble(value));
            case UNICODE_U, UNICODE_W -> character(value);
        };
    }

    private long inRange(Object value, long min, long max) {
        Object i = Numbers.index(value);
        if (i instanceof BigInteger) {
            throw Errors.overflowError(
                    "Python int too large to convert to C %s",
                    this == UNSIGNED_INT ? "unsigned long" : "long");
        }
        long l = (Long) i;
        // CPython: a C integer of some type is made first; that one's range is told, too.
        if (this == SIGNED_CHAR) {
            check(l, Short.MIN_VALUE, Short.MAX_VALUE, SHORT.shown);
        } else if (this == UNSIGNED_SHORT) {
            check(l, Integer.MIN_VALUE, Integer.MAX_VALUE, INT.shown);
        }
        check(l, min, max, shown);
        return l;
    }

    private static void check(long l, long min, long max, String shown) {
        if (l < min) {
            throw Errors.overflowError("%s is less than minimum", shown);
        }
        if (l > max) {
            throw Errors.overflowError("%s is greater than maximum", shown);
        }
    }

    private static long signed(Object value, String message) {
        if (Numbers.index(value) instanceof Long l) {
            return l;
        }
        throw Errors.overflowError(message);
    }

    private static long unsigned(Object value, String negative, String tooLarge) {
        BigInteger i = Numbers.big(Numbers.index(value));
        if (i.signum() < 0) {
            throw Errors.overflowError(negative);
        }
        if (i.bitLength() > 64) {
            throw Errors.overflowError(tooLarge);
        }
        return i.longValue();
    }

    private static long character(Object value) {
        TruffleString s = Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError(
                    "array item must be a unicode character, not %s", Types.of(value).fullName());
        }
        if (Str.length(s) != 1) {
            throw Errors.typeError(
                    "array item must be a unicode character, not a string of length %d",
                    Str.length(s));
        }
        return Str.codePointAt(s, 0);
    }

    /** Stores encoded items at a byte offset. */
    void store(MemorySegment memory, long at, long bits) {
        switch (size) {
            case 1 -> memory.set(ValueLayout.JAVA_BYTE, at, (byte) bits);
            case 2 -> memory.set(SHORTS, at, (short) bits);
            case 4 -> memory.set(INTS, at, (int) bits);
            default -> memory.set(LONGS, at, bits);
        }
    }
}
