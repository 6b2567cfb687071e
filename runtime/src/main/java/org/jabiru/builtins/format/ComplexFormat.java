package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** {@code complex.__format__}. */
public final class ComplexFormat {
    private ComplexFormat() {}

    /** Formats a complex number; ValueError for what the specification may not ask of one. */
    public static TruffleString format(PyComplex z, FormatSpec spec, String typeName) {
        switch (spec.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n' -> {}
            default -> throw FormatSpec.unknownCode(spec.type(), typeName);
        }
        if (spec.fill() == '0') {
            throw Errors.valueError("Zero padding is not allowed in complex format specifier");
        }
        if (spec.align() == '=') {
            throw Errors.valueError(
                    "'=' alignment flag is not allowed in complex format specifier");
        }
        boolean bare = spec.type() == 0;
        boolean onlyImaginary = bare && z.real == 0 && Math.copySign(1.0, z.real) > 0;
        FormatSpec inner = inner(spec, spec.sign());
        StringBuilder text = new StringBuilder();
        if (bare && !onlyImaginary) {
            text.append('(');
        }
        if (!onlyImaginary) {
            append(text, z.real, inner);
        }
        append(text, z.imag, onlyImaginary ? inner : inner(spec, '+'));
        text.append('j');
        if (bare && !onlyImaginary) {
            text.append(')');
        }
        return TextFormat.pad(Str.of(text.toString()), spec);
    }

    private static void append(StringBuilder text, double d, FormatSpec spec) {
        String body = FloatFormat.body(d, spec, 'r');
        boolean negative = FloatFormat.isNegative(d, body, spec);
        int digits = 0;
        while (digits < body.length() && Character.isDigit(body.charAt(digits))) {
            digits++;
        }
        text.append(
                Str.java(
                        NumberLayout.lay(
                                spec,
                                negative,
                                "",
                                body.substring(0, digits),
                                body.substring(digits),
                                3)));
    }

    /** The specification for one part: no width. */
    private static FormatSpec inner(FormatSpec s, char sign) {
        return new FormatSpec(
                ' ',
                '>',
                false,
                sign,
                s.noNegativeZero(),
                s.alternate(),
                -1,
                s.grouping(),
                s.precision(),
                s.fractionGrouping(),
                s.type());
    }
}
