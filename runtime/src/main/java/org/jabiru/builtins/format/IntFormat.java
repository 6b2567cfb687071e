package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.util.Locale;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.builtins.ints.IntText;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/** {@code int.__format__}. */
public final class IntFormat {
    private IntFormat() {}

    /**
     * Formats a Long or BigInteger; ValueError for what the specification may not ask of an int.
     */
    public static TruffleString format(Object value, FormatSpec spec, String typeName) {
        switch (spec.type()) {
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> {
                return FloatFormat.format(Numbers.intToDouble(value), spec, typeName);
            }
            case 'd', 'n', 'b', 'o', 'x', 'X', 'c' -> {}
            default -> throw FormatSpec.unknownCode(spec.type(), typeName);
        }
        if (spec.precision() >= 0) {
            throw Errors.valueError("Precision not allowed in integer format specifier");
        }
        if (spec.noNegativeZero()) {
            throw Errors.valueError(
                    "Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (spec.type() == 'c') {
            return character(value, spec);
        }
        boolean negative = IntArithmetic.isNegative(value);
        String prefix = "";
        int radix = radix(spec.type());
        if (spec.alternate() && radix != 10) {
            prefix = "0" + (char) spec.type();
        }
        String digits = digits(value, radix);
        if (spec.type() == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        return NumberLayout.lay(spec, negative, prefix, digits, "", radix == 10 ? 3 : 4);
    }

    private static int radix(int type) {
        return switch (type) {
            case 'b' -> 2;
            case 'o' -> 8;
            case 'x', 'X' -> 16;
            default -> 10;
        };
    }

    /** The digits of the magnitude. */
    static String digits(Object value, int radix) {
        if (radix == 10) {
            String text = IntText.decimal(value);
            return text.startsWith("-") ? text.substring(1) : text;
        }
        if (value instanceof Long l && l != Long.MIN_VALUE) {
            return Long.toString(Math.abs(l), radix);
        }
        return Numbers.big(value).abs().toString(radix);
    }

    private static TruffleString character(Object value, FormatSpec spec) {
        if (spec.sign() != 0) {
            throw Errors.valueError("Sign not allowed with integer format specifier 'c'");
        }
        if (spec.alternate()) {
            throw Errors.valueError(
                    "Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (value instanceof BigInteger) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        long c = (Long) value;
        if (c < 0 || c > 0x10ffff) {
            throw Errors.overflowError("%c arg not in range(0x110000)");
        }
        return TextFormat.pad(Str.ofCodePoint((int) c), spec);
    }
}
