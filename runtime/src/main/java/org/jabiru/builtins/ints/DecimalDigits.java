package org.jabiru.builtins.ints;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decimal digits of big ints, and back. Both ways divide the digits at powers of ten until the
 * parts are so short that a loop over groups of nine digits is the fastest.
 */
final class DecimalDigits {
    private static final int GROUP = 9;
    private static final int BILLION = 1_000_000_000;
    private static final double LOG10_OF_2 = 0.30102999566398120;

    /** 10**18, with the highest bit set, and what 2**128 divided by it has above 2**64. */
    private static final long DIVISOR = 1_000_000_000_000_000_000L << 4;

    private static final int SHIFT = 4;
    private static final long RECIPROCAL = 0x2725dd1d243aba0eL;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Digits of a part of a text that is not divided. */
    private static final int SHORT_DIGITS = 144;

    /** Bits of a number that is not divided. */
    private static final int SHORT_BITS = 12_000;

    /** The powers of ten where numbers are divided: exponents 144, 288, 576, … */
    private static final BigInteger[] POWERS = new BigInteger[12];

    private DecimalDigits() {}

    private static int exponent(int index) {
        return SHORT_DIGITS << index;
    }

    private static BigInteger power(int index) {
        if (index >= POWERS.length) {
            return BigInteger.TEN.pow(exponent(index));
        }
        BigInteger known = POWERS[index];
        if (known == null) {
            known =
                    index == 0
                            ? BigInteger.TEN.pow(SHORT_DIGITS)
                            : power(index - 1).multiply(power(index - 1));
            POWERS[index] = known;
        }
        return known;
    }

    /** The power of ten at about the middle of so many digits, which are more than 144. */
    private static int middle(int digits) {
        int index = 0;
        while (exponent(index + 1) < digits && exponent(index + 1) <= digits * 2 / 3) {
            index++;
        }
        return index;
    }

    // ---- to text ----

    /** The digits, with a minus sign if needed. */
    static String text(BigInteger value) {
        BigInteger size = value.abs();
        byte[] out = new byte[(int) (size.bitLength() * LOG10_OF_2) + 3];
        Arrays.fill(out, (byte) '0');
        write(size, out, 1, out.length);
        int from = 1;
        while (from < out.length - 1 && out[from] == '0') {
            from++;
        }
        if (value.signum() < 0) {
            out[--from] = '-';
        }
        return new String(out, from, out.length - from, StandardCharsets.ISO_8859_1);
    }

    /** Writes the digits at the end of a range that holds zeros. */
    private static void write(BigInteger value, byte[] out, int from, int to) {
        if (value.bitLength() <= SHORT_BITS) {
            writeShort(value, out, from, to);
            return;
        }
        int index = middle((int) (value.bitLength() * LOG10_OF_2) + 1);
        BigInteger[] parts = value.divideAndRemainder(power(index));
        int border = to - exponent(index);
        write(parts[0], out, from, border);
        write(parts[1], out, border, to);
    }

    /**
     * Divides by 10**18 again and again; each step divides 128 bits by 64 with the divisor's
     * reciprocal (N. Möller, T. Granlund, "Improved division by invariant integers").
     */
    private static void writeShort(BigInteger value, byte[] out, int from, int to) {
        long[] words = words(value);
        int first = 0;
        int at = to;
        while (first < words.length) {
            long rest = 0;
            for (int i = first; i < words.length; i++) {
                long word = words[i];
                long high = rest | word >>> 64 - SHIFT;
                long low = word << SHIFT;
                long estimate = RECIPROCAL * high + low;
                long carry = Long.compareUnsigned(estimate, low) < 0 ? 1 : 0;
                long quotient = Math.unsignedMultiplyHigh(RECIPROCAL, high) + high + carry + 1;
                rest = low - quotient * DIVISOR;
                if (Long.compareUnsigned(rest, estimate) > 0) {
                    quotient--;
                    rest += DIVISOR;
                }
                if (Long.compareUnsigned(rest, DIVISOR) >= 0) {
                    quotient++;
                    rest -= DIVISOR;
                }
                words[i] = quotient;
            }
            writeGroup(rest >>> SHIFT, out, Math.max(from, at - 2 * GROUP), at);
            at -= 2 * GROUP;
            while (first < words.length && words[first] == 0) {
                first++;
            }
        }
    }

    private static void writeGroup(long group, byte[] out, int from, int to) {
        int high = (int) (group / BILLION);
        int low = (int) (group - (long) high * BILLION);
        int at = to;
        for (int k = 0; k < GROUP && at > from; k++) {
            int next = low / 10;
            out[--at] = (byte) ('0' + low - next * 10);
            low = next;
        }
        while (at > from) {
            int next = high / 10;
            out[--at] = (byte) ('0' + high - next * 10);
            high = next;
        }
    }

    /** The number in 64 bits each, the highest first. */
    private static long[] words(BigInteger value) {
        byte[] bytes = value.toByteArray();
        long[] words = new long[bytes.length + 7 >> 3];
        int to = bytes.length;
        for (int i = words.length - 1; i > 0; i--, to -= 8) {
            words[i] = (long) LONG.get(bytes, to - 8);
        }
        for (int k = 0; k < to; k++) {
            words[0] = words[0] << 8 | bytes[k] & 0xff;
        }
        return words;
    }

    // ---- from text ----

    /** The value of ASCII digits. */
    static BigInteger value(byte[] digits, int from, int to) {
        int count = to - from;
        if (count <= SHORT_DIGITS) {
            return shortValue(digits, from, to);
        }
        int index = middle(count);
        int border = to - exponent(index);
        return value(digits, from, border).multiply(power(index)).add(value(digits, border, to));
    }

    private static BigInteger shortValue(byte[] digits, int from, int to) {
        int count = to - from;
        int[] words = new int[(count + GROUP - 1) / GROUP];
        int used = 0;
        int at = from;
        int end = from + (count % GROUP == 0 ? GROUP : count % GROUP);
        while (at < to) {
            long carry = 0;
            for (; at < end; at++) {
                carry = carry * 10 + digits[at] - '0';
            }
            for (int i = 0; i < used; i++) {
                carry += (words[i] & 0xffffffffL) * BILLION;
                words[i] = (int) carry;
                carry >>>= 32;
            }
            if (carry != 0) {
                words[used++] = (int) carry;
            }
            end = at + GROUP;
        }
        byte[] bytes = new byte[4 * used];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = (byte) (words[i >> 2] >>> ((i & 3) << 3));
        }
        return new BigInteger(1, bytes);
    }
}
