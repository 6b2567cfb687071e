package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Locale;
import org.jabiru.builtins.floats.FloatText;
import org.jabiru.builtins.floats.FloatText.Decimal;
import org.jabiru.object.Errors;

/** {@code float.__format__}, and the digits for every other way to format a float. */
public final class FloatFormat {
    /** More digits than this are refused, as C's int would overflow. */
    private static final int MAX_PRECISION = Integer.MAX_VALUE - 3;

    private FloatFormat() {}

    /** Formats a float; ValueError for what the specification may not ask of a float. */
    public static TruffleString format(double d, FormatSpec spec, String typeName) {
        int type = spec.type();
        switch (type) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> {}
            default -> throw FormatSpec.unknownCode(type, typeName);
        }
        String body = body(d, spec, 0);
        boolean negative = isNegative(d, body, spec);
        int digits = 0;
        while (digits < body.length() && Character.isDigit(body.charAt(digits))) {
            digits++;
        }
        return NumberLayout.lay(
                spec, negative, "", body.substring(0, digits), body.substring(digits), 3);
    }

    /** Whether a minus sign is shown. */
    static boolean isNegative(double d, String body, FormatSpec spec) {
        if (Double.isNaN(d) || Double.doubleToRawLongBits(d) >= 0) {
            return false;
        }
        return !spec.noNegativeZero() || !isZero(body);
    }

    private static boolean isZero(String body) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c >= '1' && c <= '9' || c == 'i') {
                return false;
            }
            if (c == 'e' || c == 'E') {
                return true;
            }
        }
        return true;
    }

    /**
     * The magnitude as text, by the type, precision and alternate form of a specification.
     *
     * @param withoutType what to do without presentation type: 0 as {@code str()} does, 'r' as
     *     inside of a complex number
     */
    static String body(double d, FormatSpec spec, int withoutType) {
        int type = spec.type();
        int precision = spec.precision();
        if (precision > MAX_PRECISION) {
            throw Errors.valueError("precision too big");
        }
        double magnitude = Math.abs(d);
        boolean percent = type == '%';
        if (percent) {
            magnitude *= 100;
            type = 'f';
        }
        boolean addPointZero = false;
        if (type == 0) {
            addPointZero = withoutType == 0;
            type = precision < 0 ? 'r' : 'g';
        } else if (type == 'n') {
            type = 'g';
        }
        if (precision < 0) {
            precision = 6;
        }
        String text = digits(magnitude, type, precision, spec.alternate(), addPointZero);
        return percent ? text + "%" : text;
    }

    /**
     * A magnitude as text.
     *
     * @param type one of e E f F g G, or r for the shortest digits
     * @param alternate keep the point, and with g the zeros at the end
     * @param addPointZero write whole numbers with {@code .0}
     */
    static String digits(
            double d, int type, int precision, boolean alternate, boolean addPointZero) {
        String text;
        if (!Double.isFinite(d)) {
            text = FloatText.special(d);
        } else {
            text =
                    switch (type) {
                        case 'e', 'E' -> {
                            Decimal decimal = FloatText.significant(d, precision + 1);
                            yield scientific(decimal.digits(), decimal.point(), alternate);
                        }
                        case 'f', 'F' -> {
                            String fixed = FloatText.fixed(d, precision);
                            yield precision == 0 && alternate ? fixed + "." : fixed;
                        }
                        case 'r' -> {
                            Decimal decimal = FloatText.shortestDecimal(d);
                            boolean exponent = decimal.point() <= -4 || decimal.point() > 16;
                            yield positional(decimal, exponent, alternate, addPointZero);
                        }
                        default -> general(d, Math.max(precision, 1), alternate, addPointZero);
                    };
        }
        return type == 'E' || type == 'F' || type == 'G' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String general(
            double d, int precision, boolean alternate, boolean addPointZero) {
        Decimal decimal = FloatText.significant(d, Math.min(precision, 1100));
        String digits = decimal.digits();
        boolean exponent =
                decimal.point() <= -4 || decimal.point() > precision - (addPointZero ? 1 : 0);
        if (alternate) {
            digits += "0".repeat(precision - digits.length());
        } else {
            int to = digits.length();
            while (to > 1 && digits.charAt(to - 1) == '0') {
                to--;
            }
            digits = digits.substring(0, to);
        }
        return positional(new Decimal(digits, decimal.point()), exponent, alternate, addPointZero);
    }

    private static String positional(
            Decimal decimal, boolean exponent, boolean alternate, boolean addPointZero) {
        String digits = decimal.digits();
        int point = decimal.point();
        if (exponent) {
            return scientific(digits, point, alternate);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point < digits.length()) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        String whole = digits + "0".repeat(point - digits.length());
        return addPointZero ? whole + ".0" : alternate ? whole + "." : whole;
    }

    private static String scientific(String digits, int point, boolean alternate) {
        StringBuilder out = new StringBuilder();
        out.append(digits.charAt(0));
        if (digits.length() > 1 || alternate) {
            out.append('.').append(digits, 1, digits.length());
        }
        boolean zero = digits.chars().allMatch(c -> c == '0');
        FloatText.appendExponent(out, zero ? 0 : point - 1, 'e');
        return out.toString();
    }
}
