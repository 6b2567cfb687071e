package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** {@code str.__format__}. */
public final class TextFormat {
    private TextFormat() {}

    /** Formats a str; ValueError for what the specification may not ask of a str. */
    public static TruffleString format(TruffleString value, TruffleString text, String typeName) {
        FormatSpec spec = FormatSpec.parse(text, typeName, '<', 's');
        if (spec.type() != 's') {
            throw FormatSpec.unknownCode(spec.type(), typeName);
        }
        if (spec.sign() != 0) {
            throw Errors.valueError(
                    spec.sign() == ' '
                            ? "Space not allowed in string format specifier"
                            : "Sign not allowed in string format specifier");
        }
        if (spec.noNegativeZero()) {
            throw Errors.valueError(
                    "Negative zero coercion (z) not allowed in string format specifier");
        }
        if (spec.alternate()) {
            throw Errors.valueError("Alternate form (#) not allowed in string format specifier");
        }
        if (spec.align() == '=') {
            throw Errors.valueError("'=' alignment not allowed in string format specifier");
        }
        TruffleString shown = value;
        if (spec.precision() >= 0 && spec.precision() < Str.length(value)) {
            shown = Str.substring(value, 0, spec.precision());
        }
        return pad(shown, spec);
    }

    /** MemoryError for a width that no str can have. */
    static void checkPadding(int padding) {
        if (padding > Integer.MAX_VALUE / 4) {
            throw Errors.memoryError();
        }
    }

    /** The text with fill characters up to the width. */
    static TruffleString pad(TruffleString text, FormatSpec spec) {
        int padding = spec.width() - Str.length(text);
        if (padding <= 0) {
            return text;
        }
        checkPadding(padding);
        int before =
                switch (spec.align()) {
                    case '<' -> 0;
                    case '^' -> padding / 2;
                    default -> padding;
                };
        return new StrBuilder(spec.width())
                .repeat(spec.fill(), before)
                .append(text)
                .repeat(spec.fill(), padding - before)
                .toStr();
    }
}
