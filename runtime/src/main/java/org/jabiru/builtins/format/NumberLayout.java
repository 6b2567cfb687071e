package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.StrBuilder;

/** Puts the parts of a number together: sign, prefix, grouped digits, padding. */
final class NumberLayout {
    private NumberLayout() {}

    /**
     * The padded number.
     *
     * @param prefix {@code 0x} and the like, or empty
     * @param digits the digits before the point (empty for inf and nan)
     * @param rest everything after: point, fraction, exponent, percent sign
     * @param groupSize digits a group
     */
    static TruffleString lay(
            FormatSpec spec,
            boolean negative,
            String prefix,
            String digits,
            String rest,
            int groupSize) {
        String tail = groupFraction(rest, spec);
        String sign = sign(negative, spec.sign());
        int fixed = sign.length() + prefix.length() + tail.length();
        boolean zeros = spec.fill() == '0' && spec.align() == '=';
        String grouped =
                grouped(digits, spec.grouping(), groupSize, zeros ? minWidth(spec, fixed) : 0);
        int length = fixed + grouped.length();
        int padding = Math.max(0, spec.width() - length);
        TextFormat.checkPadding(padding);
        int before =
                switch (spec.align()) {
                    case '<' -> 0;
                    case '^' -> padding / 2;
                    case '=' -> 0;
                    default -> padding;
                };
        int inside = spec.align() == '=' ? padding : 0;
        StrBuilder out = new StrBuilder(length + padding);
        out.repeat(spec.fill(), before).append(sign).append(prefix);
        out.repeat(spec.fill(), inside).append(grouped).append(tail);
        return out.repeat(spec.fill(), padding - before - inside).toStr();
    }

    private static int minWidth(FormatSpec spec, int fixed) {
        TextFormat.checkPadding(spec.width() - fixed);
        return spec.width() - fixed;
    }

    /** The sign to show. */
    static String sign(boolean negative, char option) {
        return negative ? "-" : option == '+' ? "+" : option == ' ' ? " " : "";
    }

    /** Digits with separators, and with zeros before them up to a width. */
    private static String grouped(String digits, char separator, int size, int minWidth) {
        if (separator == 0 || digits.isEmpty()) {
            return minWidth > digits.length()
                    ? "0".repeat(minWidth - digits.length()) + digits
                    : digits;
        }
        StringBuilder reversed = new StringBuilder();
        int inGroup = 0;
        for (int i = digits.length() - 1; i >= 0 || reversed.length() < minWidth; i--) {
            if (inGroup == size) {
                reversed.append(separator);
                inGroup = 0;
            }
            reversed.append(i >= 0 ? digits.charAt(i) : '0');
            inGroup++;
        }
        return reversed.reverse().toString();
    }

    private static String groupFraction(String rest, FormatSpec spec) {
        if (spec.fractionGrouping() == 0 || rest.isEmpty() || rest.charAt(0) != '.') {
            return rest;
        }
        StringBuilder out = new StringBuilder(".");
        int i = 1;
        for (; i < rest.length() && Character.isDigit(rest.charAt(i)); i++) {
            if (i > 1 && (i - 1) % 3 == 0) {
                out.append(spec.fractionGrouping());
            }
            out.append(rest.charAt(i));
        }
        return out.append(rest, i, rest.length()).toString();
    }
}
