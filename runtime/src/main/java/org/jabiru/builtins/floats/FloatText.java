package org.jabiru.builtins.floats;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jabiru.builtins.ints.IntParser;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** A float as decimal text, and back. */
public final class FloatText {
    /** With more, a fraction of 53 bits times a power of ten is more than 128. */
    private static final int MAX_QUICK_DECIMALS = 18;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    private FloatText() {}

    private static long[] powersOfTen() {
        long[] powers = new long[MAX_QUICK_DECIMALS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /**
     * A decimal number: {@code 0.d1d2d3… × 10**point}.
     *
     * @param digits the digits, at least one
     * @param point where the decimal point is, counted from the first digit
     */
    public record Decimal(String digits, int point) {}

    /** {@code repr(d)}: the shortest text that reads back as the same number. */
    public static String repr(double d) {
        if (d == (long) d && Math.abs(d) < 1e15 && (d != 0 || 1 / d > 0)) {
            return (long) d + ".0";
        }
        return shortest(d, true);
    }

    /** The shortest text that reads back, with {@code .0} for whole numbers when asked for. */
    public static String shortest(double d, boolean pointZero) {
        if (!Double.isFinite(d)) {
            return special(d);
        }
        Decimal decimal = shortestDecimal(Math.abs(d));
        StringBuilder out = new StringBuilder();
        if (Double.doubleToRawLongBits(d) < 0) {
            out.append('-');
        }
        String digits = decimal.digits;
        int point = decimal.point;
        if (point > 16 || point <= -4) {
            out.append(digits.charAt(0));
            if (digits.length() > 1) {
                out.append('.').append(digits, 1, digits.length());
            }
            appendExponent(out, point - 1, 'e');
            return out.toString();
        }
        if (point <= 0) {
            out.append("0.").repeat('0', -point).append(digits);
        } else if (point >= digits.length()) {
            out.append(digits).repeat('0', point - digits.length());
            if (pointZero) {
                out.append(".0");
            }
        } else {
            out.append(digits, 0, point).append('.').append(digits, point, digits.length());
        }
        return out.toString();
    }

    /** {@code nan}, {@code inf} or {@code -inf}. */
    public static String special(double d) {
        return Double.isNaN(d) ? "nan" : d > 0 ? "inf" : "-inf";
    }

    /** Appends an exponent of at least two digits. */
    public static void appendExponent(StringBuilder out, int exponent, char letter) {
        out.append(letter).append(exponent < 0 ? '-' : '+');
        int magnitude = Math.abs(exponent);
        if (magnitude < 10) {
            out.append('0');
        }
        out.append(magnitude);
    }

    /** The shortest digits for a number that is finite and not negative. */
    public static Decimal shortestDecimal(double d) {
        if (d == 0) {
            return new Decimal("0", 1);
        }
        // JDK: the shortest digits (JDK-4511638), but never fewer than two.
        String text = Double.toString(d);
        int e = text.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        String mantissa = e < 0 ? text : text.substring(0, e);
        int dot = mantissa.indexOf('.');
        String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int point = dot + exponent;
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        int to = digits.length();
        while (to > from + 1 && digits.charAt(to - 1) == '0') {
            to--;
        }
        digits = digits.substring(from, to);
        point -= from;
        if (digits.length() == 2) {
            return oneDigit(d, digits, point);
        }
        return new Decimal(digits, point);
    }

    private static Decimal oneDigit(double d, String digits, int point) {
        int first = digits.charAt(0) - '0';
        int nearer = digits.charAt(1) >= '5' ? first + 1 : first;
        for (int candidate : new int[] {nearer, 2 * first + 1 - nearer}) {
            if (candidate > 0 && Double.parseDouble(candidate + "e" + (point - 1)) == d) {
                return candidate == 10
                        ? new Decimal("1", point + 1)
                        : new Decimal(Integer.toString(candidate), point);
            }
        }
        return new Decimal(digits, point);
    }

    /** A finite number, not negative, rounded half to even to so many significant digits. */
    public static Decimal significant(double d, int digits) {
        if (d == 0) {
            return new Decimal("0".repeat(digits), 1);
        }
        BigDecimal exact = new BigDecimal(d);
        BigDecimal rounded =
                exact.precision() <= digits
                        ? exact
                        : exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        String text = rounded.unscaledValue().toString();
        int point = text.length() - rounded.scale();
        if (text.length() < digits) {
            text += "0".repeat(digits - text.length());
        }
        return new Decimal(text.substring(0, digits), point);
    }

    /** A finite number, not negative, with so many digits after the point ({@code %.nf}). */
    public static String fixed(double d, int decimals) {
        if (d < 1e15 && decimals >= 0 && decimals <= MAX_QUICK_DECIMALS) {
            return quickFixed(d, decimals);
        }
        return new BigDecimal(d).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The fraction is exact in a double; times a power of ten it is in 128 bits. */
    private static String quickFixed(double d, int decimals) {
        long whole = (long) d;
        double fraction = d - whole;
        long digits = 0;
        if (fraction != 0) {
            long bits = Double.doubleToRawLongBits(fraction);
            long mantissa = bits & (1L << 52) - 1 | 1L << 52;
            int shift = 1075 - (int) (bits >>> 52); // At least 53.
            digits = roundedQuotient(mantissa, POWERS_OF_TEN[decimals], shift, whole, decimals);
            if (digits == POWERS_OF_TEN[decimals]) {
                digits = 0;
                whole++;
            }
        }
        if (decimals == 0) {
            return Long.toString(whole);
        }
        StringBuilder out = new StringBuilder(decimals + 18);
        out.append(whole).append('.');
        for (int i = decimals - 1; i > 0 && digits < POWERS_OF_TEN[i]; i--) {
            out.append('0');
        }
        return out.append(digits).toString();
    }

    /** {@code mantissa * factor >> shift}, to the nearest, half to even. */
    private static long roundedQuotient(
            long mantissa, long factor, int shift, long whole, int decimals) {
        long high = Math.multiplyHigh(mantissa, factor);
        long low = mantissa * factor;
        if (shift >= 2 * Long.SIZE) {
            return 0; // The product has no more than 113 bits.
        }
        long quotient;
        int half; // The rest against a half.
        if (shift < Long.SIZE) {
            quotient = high << Long.SIZE - shift | low >>> shift;
            half = Long.compareUnsigned(low << Long.SIZE - shift, Long.MIN_VALUE);
        } else if (shift == Long.SIZE) {
            quotient = high;
            half = Long.compareUnsigned(low, Long.MIN_VALUE);
        } else {
            quotient = high >>> shift - Long.SIZE;
            half = Long.compareUnsigned(high << 2 * Long.SIZE - shift, Long.MIN_VALUE);
            if (half == 0 && low != 0) {
                half = 1;
            }
        }
        boolean odd = ((decimals == 0 ? whole : quotient) & 1) != 0;
        return half > 0 || half == 0 && odd ? quotient + 1 : quotient;
    }

    // ---- parsing ----

    /** {@code float(text)}; ValueError. */
    public static double parse(TruffleString text) {
        CodePoints points = CodePoints.of(text);
        byte[] ascii = new byte[points.length()];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = IntParser.asciiOf(points.at(i));
        }
        return parse(ascii, text);
    }

    /** Parses bytes; ValueError names {@code shown}. */
    public static double parse(byte[] ascii, Object shown) {
        String text = new String(ascii, StandardCharsets.ISO_8859_1);
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        text = text.substring(from, to);
        if (text.indexOf('_') >= 0) {
            text = withoutUnderscores(text);
        }
        if (text != null) {
            int end = scan(text, 0);
            if (end == text.length() && end > 0) {
                return value(text);
            }
        }
        throw Errors.valueError(
                "could not convert string to float: %s", Str.java(Repr.repr(shown)));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    /** Without the underscores when each is between two digits, null otherwise. */
    public static String withoutUnderscores(String text) {
        StringBuilder out = new StringBuilder();
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_') {
                if (!isDigit(previous)) {
                    return null;
                }
            } else {
                if (previous == '_' && !isDigit(c)) {
                    return null;
                }
                out.append(c);
            }
            previous = c;
        }
        return previous == '_' ? null : out.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The end of the float that begins at an index, or the index when there is none. */
    public static int scan(String text, int from) {
        int n = text.length();
        int i = from;
        if (i < n && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        if (text.regionMatches(true, i, "infinity", 0, 8)) {
            return i + 8;
        }
        if (text.regionMatches(true, i, "inf", 0, 3) || text.regionMatches(true, i, "nan", 0, 3)) {
            return i + 3;
        }
        int digits = 0;
        while (i < n && isDigit(text.charAt(i))) {
            i++;
            digits++;
        }
        if (i < n && text.charAt(i) == '.') {
            i++;
            while (i < n && isDigit(text.charAt(i))) {
                i++;
                digits++;
            }
        }
        if (digits == 0) {
            return from;
        }
        if (i < n && (text.charAt(i) | 0x20) == 'e') {
            int j = i + 1;
            if (j < n && (text.charAt(j) == '-' || text.charAt(j) == '+')) {
                j++;
            }
            if (j < n && isDigit(text.charAt(j))) {
                while (j < n && isDigit(text.charAt(j))) {
                    j++;
                }
                i = j;
            }
        }
        return i;
    }

    /** The value of a text that {@link #scan} accepted as a whole. */
    public static double value(String text) {
        int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        char first = text.charAt(sign);
        if (first == 'i' || first == 'I') {
            return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (first == 'n' || first == 'N') {
            return text.charAt(0) == '-' ? Math.copySign(Double.NaN, -1) : Double.NaN;
        }
        return Double.parseDouble(text);
    }
}
