package org.jabiru.modules.struct;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.complex.ComplexType;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.memoryview.HalfFloat;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Truth;

/** Packs values into bytes and unpacks them, after a {@link StructFormat}. */
final class StructPacker {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private StructPacker() {}

    private static ByteOrder order(StructFormat f) {
        return f.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Writes the values from an index of an array on; the rest of the memory must be zero. */
    static void pack(StructFormat f, Object[] values, int from, MemorySegment to, long at) {
        int next = from;
        ByteOrder order = order(f);
        for (StructFormat.Item item : f.items()) {
            for (int i = 0; i < item.repeat(); i++) {
                packOne(
                        item,
                        values[next++],
                        to,
                        at + item.offset() + (long) i * item.size(),
                        order);
            }
        }
    }

    private static void packOne(
            StructFormat.Item item, Object value, MemorySegment m, long at, ByteOrder order) {
        char code = item.code();
        switch (code) {
            case 'c' -> {
                if (!(value instanceof PyBytes b) || b.value.length != 1) {
                    throw StructFormat.error("char format requires a bytes object of length 1");
                }
                m.set(ValueLayout.JAVA_BYTE, at, b.value[0]);
            }
            case '?' -> {
                boolean truth = Truth.isTrue(value);
                m.set(ValueLayout.JAVA_BYTE, at, (byte) (truth ? 1 : 0));
            }
            case 's', 'p' -> packText(item, value, m, at);
            case 'e' -> m.set(SHORT.withOrder(order), at, HalfFloat.pack(real(value)));
            case 'f' -> putFloat(item, real(value), m, at, order);
            case 'd' -> m.set(LONG.withOrder(order), at, Double.doubleToRawLongBits(real(value)));
            case 'F' -> {
                PyComplex z = complex(value);
                putFloat(item, z.real, m, at, order);
                putFloat(item, z.imag, m, at + 4, order);
            }
            case 'D' -> {
                PyComplex z = complex(value);
                m.set(LONG.withOrder(order), at, Double.doubleToRawLongBits(z.real));
                m.set(LONG.withOrder(order), at + 8, Double.doubleToRawLongBits(z.imag));
            }
            default -> {
                long bits = integer(item, value);
                switch (item.size()) {
                    case 1 -> m.set(ValueLayout.JAVA_BYTE, at, (byte) bits);
                    case 2 -> m.set(SHORT.withOrder(order), at, (short) bits);
                    case 4 -> m.set(INT.withOrder(order), at, (int) bits);
                    default -> m.set(LONG.withOrder(order), at, bits);
                }
            }
        }
    }

    private static void putFloat(
            StructFormat.Item item, double d, MemorySegment m, long at, ByteOrder order) {
        float f = (float) d;
        if (Float.isInfinite(f) && !Double.isInfinite(d) && !item.isNative()) {
            throw Errors.overflowError("float too large to pack with f format");
        }
        m.set(INT.withOrder(order), at, Float.floatToRawIntBits(f));
    }

    private static void packText(StructFormat.Item item, Object value, MemorySegment m, long at) {
        if (!(value instanceof PyBytes) && !(value instanceof PyByteArray)) {
            throw StructFormat.error("argument for '%s' must be a bytes object", item.code());
        }
        byte[] text = Buffers.bytesOf(value);
        int size = item.size();
        int from = 0;
        if (item.code() == 'p') {
            if (size == 0) {
                return;
            }
            int length = Math.min(Math.min(text.length, size - 1), 255);
            m.set(ValueLayout.JAVA_BYTE, at, (byte) length);
            from = 1;
        }
        int count = Math.min(text.length, size - from);
        MemorySegment.copy(text, 0, m, ValueLayout.JAVA_BYTE, at + from, count);
    }

    private static double real(Object value) {
        try {
            return Numbers.toDouble(value);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError) || e.is(ExceptionTypes.OverflowError)) {
                throw StructFormat.error("required argument is not a float");
            }
            throw e;
        }
    }

    private static PyComplex complex(Object value) {
        try {
            return ComplexType.valueOf(value);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError) || e.is(ExceptionTypes.OverflowError)) {
                throw StructFormat.error("required argument is not a complex");
            }
            throw e;
        }
    }

    private static long integer(StructFormat.Item item, Object value) {
        char code = item.code();
        if (!Numbers.isIndex(value)) {
            throw StructFormat.error("required argument is not an integer");
        }
        Object index = Numbers.index(value);
        int bits = 8 * item.size();
        boolean signed = Character.isLowerCase(code);
        if (index instanceof Long l) {
            if (bits == 64 && (signed || l >= 0 || code == 'P')) {
                return l;
            }
            if (bits < 64) {
                long low = signed ? -(1L << bits - 1) : 0;
                long high = signed ? (1L << bits - 1) - 1 : (1L << bits) - 1;
                if (l >= low && l <= high) {
                    return l;
                }
            }
        } else {
            BigInteger big = (BigInteger) index;
            if (code == 'P') {
                if (big.signum() > 0 && big.bitLength() <= 64) {
                    return big.longValue();
                }
                throw StructFormat.error("int too large to convert");
            }
            if (bits == 64 && !signed && big.signum() > 0 && big.bitLength() <= 64) {
                return big.longValue();
            }
        }
        BigInteger high = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        throw StructFormat.error(
                "'%s' format requires %s <= number <= %s",
                code, signed ? high.negate() : "0", high.subtract(BigInteger.ONE));
    }

    /** Reads all values. */
    static PyTuple unpack(StructFormat f, MemorySegment m, long at) {
        Object[] values = new Object[f.count()];
        int next = 0;
        ByteOrder order = order(f);
        for (StructFormat.Item item : f.items()) {
            for (int i = 0; i < item.repeat(); i++) {
                values[next++] =
                        unpackOne(item, m, at + item.offset() + (long) i * item.size(), order);
            }
        }
        return PyTuple.of(values);
    }

    private static Object unpackOne(
            StructFormat.Item item, MemorySegment m, long at, ByteOrder order) {
        char code = item.code();
        switch (code) {
            case 'c' -> {
                return new PyBytes(new byte[] {m.get(ValueLayout.JAVA_BYTE, at)});
            }
            case '?' -> {
                return m.get(ValueLayout.JAVA_BYTE, at) != 0;
            }
            case 's', 'p' -> {
                byte[] text = new byte[item.size()];
                MemorySegment.copy(m, ValueLayout.JAVA_BYTE, at, text, 0, text.length);
                if (code == 'p' && text.length > 0) {
                    int length = Math.min(text[0] & 0xff, text.length - 1);
                    text = Arrays.copyOfRange(text, 1, 1 + length);
                }
                return new PyBytes(text);
            }
            case 'e' -> {
                return (double) Float.float16ToFloat(m.get(SHORT.withOrder(order), at));
            }
            case 'f' -> {
                return readFloat(m, at, order);
            }
            case 'd' -> {
                return readDouble(m, at, order);
            }
            case 'F' -> {
                return new PyComplex(readFloat(m, at, order), readFloat(m, at + 4, order));
            }
            case 'D' -> {
                return new PyComplex(readDouble(m, at, order), readDouble(m, at + 8, order));
            }
            default -> {
                return readInteger(item, m, at, order);
            }
        }
    }

    private static double readFloat(MemorySegment m, long at, ByteOrder order) {
        return Float.intBitsToFloat(m.get(INT.withOrder(order), at));
    }

    private static double readDouble(MemorySegment m, long at, ByteOrder order) {
        return Double.longBitsToDouble(m.get(LONG.withOrder(order), at));
    }

    private static Object readInteger(
            StructFormat.Item item, MemorySegment m, long at, ByteOrder order) {
        boolean signed = Character.isLowerCase(item.code());
        switch (item.size()) {
            case 1 -> {
                byte b = m.get(ValueLayout.JAVA_BYTE, at);
                return signed ? (long) b : (long) (b & 0xff);
            }
            case 2 -> {
                short s = m.get(SHORT.withOrder(order), at);
                return signed ? (long) s : (long) (s & 0xffff);
            }
            case 4 -> {
                int i = m.get(INT.withOrder(order), at);
                return signed ? (long) i : i & 0xffffffffL;
            }
            default -> {
                long l = m.get(LONG.withOrder(order), at);
                return signed || l >= 0 ? (Object) l : new BigInteger(Long.toUnsignedString(l));
            }
        }
    }
}
