package org.jabiru.ast;

import java.math.BigDecimal;
import java.math.MathContext;

/** Values of constants as {@code repr} shows them. */
final class ConstantRepr {
    private ConstantRepr() {}

    static void append(StringBuilder out, Object value) {
        switch (value) {
            case String s -> string(out, s.codePoints().toArray());
            case StrValue s -> string(out, s.codePoints());
            case BytesValue b -> bytes(out, b);
            case Double d -> out.append(floating(d, true));
            case Complex c -> out.append(floating(c.imag(), false)).append('j');
            case Boolean b -> out.append(b ? "True" : "False");
            default -> out.append(value);
        }
    }

    /** A float's shortest form; {@code dot} asks for {@code .0} behind a whole number. */
    private static String floating(double value, boolean dot) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return dot ? "0.0" : "0";
        }
        BigDecimal decimal = shortest(value);
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        String sign = value < 0 ? "-" : "";
        if (exponent < -4 || exponent >= 16) {
            String mantissa =
                    digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
            return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
        }
        String plain = decimal.abs().toPlainString();
        return sign + plain + (dot && plain.indexOf('.') < 0 ? ".0" : "");
    }

    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            // Java never prints fewer than two digits, even where one would do.
            BigDecimal one = decimal.round(new MathContext(1));
            if (one.doubleValue() == value) {
                return one.stripTrailingZeros();
            }
        }
        return decimal;
    }

    private static void string(StringBuilder out, int[] points) {
        boolean single = false;
        boolean twice = false;
        for (int p : points) {
            single |= p == '\'';
            twice |= p == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        out.append(quote);
        for (int p : points) {
            if (p == quote || p == '\\') {
                out.append('\\').append((char) p);
            } else if (!control(out, p)) {
                if (p < 127 || isPrintable(p)) {
                    out.appendCodePoint(p);
                } else if (p < 0x100) {
                    out.append(String.format("\\x%02x", p));
                } else if (p < 0x10000) {
                    out.append(String.format("\\u%04x", p));
                } else {
                    out.append(String.format("\\U%08x", p));
                }
            }
        }
        out.append(quote);
    }

    private static boolean control(StringBuilder out, int p) {
        switch (p) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (p >= ' ') {
                    return false;
                }
                out.append(String.format("\\x%02x", p));
            }
        }
        return true;
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static void bytes(StringBuilder out, BytesValue value) {
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < value.length(); i++) {
            single |= value.get(i) == '\'';
            twice |= value.get(i) == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        out.append('b').append(quote);
        for (int i = 0; i < value.length(); i++) {
            int b = value.get(i);
            if (b == quote || b == '\\') {
                out.append('\\').append((char) b);
            } else if (!control(out, b)) {
                if (b < 127) {
                    out.append((char) b);
                } else {
                    out.append(String.format("\\x%02x", b));
                }
            }
        }
        out.append(quote);
    }
}
