package org.jabiru.builtins.memoryview;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Truth;

/** Reading and writing single items in native struct formats. */
final class ItemFormat {
    private ItemFormat() {}

    /** The format's character without the optional {@code @}, or 0 when it is no native one. */
    static char codeOrZero(String format) {
        String f = format.startsWith("@") ? format.substring(1) : format;
        return f.length() == 1 && size(f.charAt(0)) > 0 ? f.charAt(0) : 0;
    }

    /** The code; NotImplementedError for formats that memoryview cannot read. */
    static char code(String format) {
        char c = codeOrZero(format);
        if (c == 0) {
            throw Errors.notImplemented("memoryview: format %s not supported", format);
        }
        return c;
    }

    /** The size of an item, or 0 for an unknown code. */
    static int size(char code) {
        return switch (code) {
            case 'c', 'b', 'B', '?' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L', 'q', 'Q', 'n', 'N', 'P', 'd' -> 8;
            default -> 0;
        };
    }

    static boolean isByte(char code) {
        return code == 'b' || code == 'B' || code == 'c';
    }

    /** The item at an offset. */
    static Object read(char code, MemorySegment m, long at) {
        return switch (code) {
            case 'B' -> (long) (m.get(ValueLayout.JAVA_BYTE, at) & 0xff);
            case 'b' -> (long) m.get(ValueLayout.JAVA_BYTE, at);
            case 'c' -> new PyBytes(new byte[] {m.get(ValueLayout.JAVA_BYTE, at)});
            case '?' -> m.get(ValueLayout.JAVA_BYTE, at) != 0;
            case 'h' -> (long) m.get(ValueLayout.JAVA_SHORT_UNALIGNED, at);
            case 'H' -> (long) (m.get(ValueLayout.JAVA_SHORT_UNALIGNED, at) & 0xffff);
            case 'i' -> (long) m.get(ValueLayout.JAVA_INT_UNALIGNED, at);
            case 'I' -> m.get(ValueLayout.JAVA_INT_UNALIGNED, at) & 0xffffffffL;
            case 'l', 'q', 'n' -> m.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
            case 'L', 'Q', 'N', 'P' -> unsigned(m.get(ValueLayout.JAVA_LONG_UNALIGNED, at));
            case 'e' -> (double) Float.float16ToFloat(m.get(ValueLayout.JAVA_SHORT_UNALIGNED, at));
            case 'f' -> (double) m.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
            default -> m.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
        };
    }

    private static Object unsigned(long bits) {
        return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
    }

    /** What {@link #write} takes; TypeError and ValueError when a value does not fit the format. */
    static Object converted(char code, Object value) {
        return switch (code) {
            case 'c' -> {
                if (!(value instanceof PyBytes b)) {
                    throw invalidType(code);
                }
                if (b.value.length != 1) {
                    throw invalidValue(code);
                }
                yield (long) b.value[0];
            }
            case '?' -> Truth.isTrue(value) ? 1L : 0L;
            case 'f', 'd', 'e' -> real(code, value);
            default -> integer(code, value);
        };
    }

    /** Writes a converted item. */
    static void write(char code, MemorySegment m, long at, Object converted) {
        switch (code) {
            case 'f' ->
                    m.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, ((Double) converted).floatValue());
            case 'd' -> m.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, (Double) converted);
            case 'e' ->
                    m.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, HalfFloat.pack((Double) converted));
            default -> {
                long bits = (Long) converted;
                switch (size(code)) {
                    case 1 -> m.set(ValueLayout.JAVA_BYTE, at, (byte) bits);
                    case 2 -> m.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, (short) bits);
                    case 4 -> m.set(ValueLayout.JAVA_INT_UNALIGNED, at, (int) bits);
                    default -> m.set(ValueLayout.JAVA_LONG_UNALIGNED, at, bits);
                }
            }
        }
    }

    private static double real(char code, Object value) {
        try {
            return Numbers.toDouble(value);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError)) {
                throw invalidType(code);
            }
            throw e;
        }
    }

    private static long integer(char code, Object value) {
        if (!Numbers.isIndex(value)) {
            throw invalidType(code);
        }
        Object index = Numbers.index(value);
        boolean signed = Character.isLowerCase(code);
        int bits = 8 * size(code);
        BigInteger big = Numbers.big(index);
        boolean fits =
                signed ? big.bitLength() < bits : big.signum() >= 0 && big.bitLength() <= bits;
        if (!fits) {
            throw invalidValue(code);
        }
        return big.longValue();
    }

    private static PyException invalidType(char code) {
        return Errors.typeError("memoryview: invalid type for format '%s'", code);
    }

    private static PyException invalidValue(char code) {
        return Errors.valueError("memoryview: invalid value for format '%s'", code);
    }
}
