package org.jabiru.builtins.ints;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.str.CharacterTypes;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** {@code int(text, base)} (Built-in Functions, int; Lexical analysis, integer literals). */
public final class IntParser {
    /** Above this many digits the two halves are parsed apart: the JDK's parser is quadratic. */
    private static final int SPLIT = 2000;

    private IntParser() {}

    /** Parses a str; ValueError. */
    public static Object parse(TruffleString text, int base) {
        CodePoints points = CodePoints.of(text);
        int n = points.length();
        byte[] ascii = new byte[n];
        for (int i = 0; i < n; i++) {
            ascii[i] = asciiOf(points.at(i));
        }
        return parse(ascii, base, text);
    }

    /** Parses bytes; ValueError names {@code shown}. */
    public static Object parse(byte[] ascii, int base, Object shown) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw Errors.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        int from = 0;
        int to = ascii.length;
        while (from < to && isSpace(ascii[from])) {
            from++;
        }
        while (to > from && isSpace(ascii[to - 1])) {
            to--;
        }
        boolean negative = false;
        if (from < to && (ascii[from] == '-' || ascii[from] == '+')) {
            negative = ascii[from] == '-';
            from++;
        }
        int radix = base;
        boolean mustBeZero = false;
        if (from + 1 < to && ascii[from] == '0') {
            int prefix = radixOfPrefix(ascii[from + 1]);
            if (prefix != 0 && (base == 0 || base == prefix)) {
                radix = prefix;
                from += 2;
                if (from < to && ascii[from] == '_') {
                    from++;
                }
            } else if (base == 0) {
                mustBeZero = true;
            }
        }
        if (radix == 0) {
            radix = 10;
        }
        byte[] digits = new byte[to - from];
        int count = 0;
        byte previous = '_';
        for (int i = from; i < to; i++) {
            byte c = ascii[i];
            if (c == '_') {
                if (previous == '_') {
                    throw invalid(base, shown);
                }
            } else {
                if (Character.digit(c, radix) < 0) {
                    throw invalid(base, shown);
                }
                digits[count++] = c;
            }
            previous = c;
        }
        if (count == 0 || previous == '_') {
            throw invalid(base, shown);
        }
        if ((radix & (radix - 1)) != 0) {
            checkLimit(count);
        }
        Object value = digits(digits, count, radix);
        if (mustBeZero && !value.equals(0L)) {
            throw invalid(base, shown);
        }
        return negative ? IntArithmetic.negate(value) : value;
    }

    private static void checkLimit(int count) {
        if (count > IntText.CHECK_THRESHOLD) {
            int limit = IntText.maxDigits();
            if (limit > 0 && count > limit) {
                throw Errors.valueError(
                        "Exceeds the limit (%d digits) for integer string conversion: value has %d"
                                + " digits; use sys.set_int_max_str_digits() to increase the limit",
                        limit, count);
            }
        }
    }

    /** The value of digits of a radix, all valid. */
    static Object digits(byte[] digits, int count, int radix) {
        if (count <= 12) {
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value * radix + Character.digit(digits[i], radix);
            }
            return value;
        }
        return Numbers.normalize(
                radix == 10 ? DecimalDigits.value(digits, 0, count) : big(digits, 0, count, radix));
    }

    @SuppressWarnings("deprecation")
    private static BigInteger big(byte[] digits, int from, int to, int radix) {
        if (to - from <= SPLIT) {
            return new BigInteger(new String(digits, 0, from, to - from), radix);
        }
        int low = (to - from) / 2;
        BigInteger high = big(digits, from, to - low, radix);
        return high.multiply(BigInteger.valueOf(radix).pow(low))
                .add(big(digits, to - low, to, radix));
    }

    private static int radixOfPrefix(byte c) {
        return switch (c) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    /**
     * The ASCII character that stands for a code point in numbers: the digit for any Unicode
     * decimal digit, a space for white space, {@code '?'} for what cannot be part of a number.
     */
    public static byte asciiOf(int codePoint) {
        if (codePoint < 128) {
            return (byte) codePoint;
        }
        if (CharacterTypes.isSpace(codePoint)) {
            return ' ';
        }
        int digit =
                Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
                        ? Character.digit(codePoint, 10)
                        : -1;
        return digit < 0 ? (byte) '?' : (byte) ('0' + digit);
    }

    private static PyException invalid(int base, Object shown) {
        String repr = Str.java(Repr.repr(shown));
        return Errors.valueError(
                "invalid literal for int() with base %d: %s",
                base, repr.length() > 200 ? repr.substring(0, 200) : repr);
    }
}
