package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/**
 * A format specification (Format Specification Mini-Language).
 *
 * @param fill the fill character
 * @param align one of {@code < > = ^}
 * @param alignGiven whether the alignment was written
 * @param sign one of {@code + -} and space, or 0
 * @param noNegativeZero the option z
 * @param alternate the option #
 * @param width the minimal width, or -1
 * @param grouping {@code ,} or {@code _} between groups of digits, or 0
 * @param precision digits or characters, or -1
 * @param fractionGrouping {@code ,} or {@code _} between digits of the fraction, or 0
 * @param type the presentation type, or 0
 */
public record FormatSpec(
        int fill,
        char align,
        boolean alignGiven,
        char sign,
        boolean noNegativeZero,
        boolean alternate,
        int width,
        char grouping,
        int precision,
        char fractionGrouping,
        int type) {

    /** As {@link #parse(TruffleString, String, char, char)}, for numbers: no default type. */
    public static FormatSpec parse(TruffleString spec, String typeName, char defaultAlign) {
        return parse(spec, typeName, defaultAlign, (char) 0);
    }

    /**
     * Parses a specification; ValueError.
     *
     * @param typeName the formatted object's type, for messages
     * @param defaultType the presentation type when none is written
     */
    public static FormatSpec parse(
            TruffleString spec, String typeName, char defaultAlign, char defaultType) {
        return new Parser(CodePoints.of(spec), spec, typeName).parse(defaultAlign, defaultType);
    }

    /** The grouping that {@code type} allows was checked by the parser; ValueError otherwise. */
    static PyException unknownCode(int type, String typeName) {
        return type > 32 && type < 128
                ? Errors.valueError(
                        "Unknown format code '%s' for object of type '%s'", (char) type, typeName)
                : Errors.valueError(
                        "Unknown format code '\\x%s' for object of type '%s'",
                        Integer.toHexString(type), typeName);
    }

    private static final class Parser {
        private final CodePoints text;
        private final TruffleString whole;
        private final String typeName;
        private int at;

        Parser(CodePoints text, TruffleString whole, String typeName) {
            this.text = text;
            this.whole = whole;
            this.typeName = typeName;
        }

        private int peek() {
            return at < text.length() ? text.at(at) : -1;
        }

        private boolean skip(char c) {
            if (peek() == c) {
                at++;
                return true;
            }
            return false;
        }

        private static boolean isAlign(int c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        FormatSpec parse(char defaultAlign, char defaultType) {
            int fill = ' ';
            boolean fillGiven = false;
            char align = defaultAlign;
            boolean alignGiven = false;
            if (text.length() >= 2 && isAlign(text.at(1))) {
                fill = text.at(0);
                fillGiven = true;
                align = (char) text.at(1);
                alignGiven = true;
                at = 2;
            } else if (isAlign(peek())) {
                align = (char) text.at(at++);
                alignGiven = true;
            }
            char sign = 0;
            if (peek() == '+' || peek() == '-' || peek() == ' ') {
                sign = (char) text.at(at++);
            }
            boolean noNegativeZero = skip('z');
            boolean alternate = skip('#');
            if (!fillGiven && skip('0')) {
                fill = '0';
                if (!alignGiven && defaultAlign == '>') {
                    align = '=';
                }
            }
            int width = number();
            char grouping = grouping();
            int precision = -1;
            char fractionGrouping = 0;
            if (skip('.')) {
                precision = number();
                fractionGrouping = grouping();
                if (precision < 0 && fractionGrouping == 0) {
                    throw Errors.valueError("Format specifier missing precision");
                }
            }
            if (text.length() - at > 1) {
                throw Errors.valueError(
                        "Invalid format specifier '%s' for object of type '%s'",
                        Str.java(whole), typeName);
            }
            int type = at < text.length() ? text.at(at) : defaultType;
            checkGrouping(grouping, type);
            if (type == 'n') {
                checkGrouping(fractionGrouping, type);
            }
            return new FormatSpec(
                    fill,
                    align,
                    alignGiven,
                    sign,
                    noNegativeZero,
                    alternate,
                    width,
                    grouping,
                    precision,
                    fractionGrouping,
                    type);
        }

        private char grouping() {
            char grouping = 0;
            if (peek() == ',' || peek() == '_') {
                grouping = (char) text.at(at++);
                if (peek() == (grouping == ',' ? '_' : ',')) {
                    throw Errors.valueError("Cannot specify both ',' and '_'.");
                }
            }
            return grouping;
        }

        private int number() {
            long value = -1;
            while (at < text.length()) {
                int c = text.at(at);
                int digit =
                        c < 128
                                ? c >= '0' && c <= '9' ? c - '0' : -1
                                : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                                        ? Character.digit(c, 10)
                                        : -1;
                if (digit < 0) {
                    break;
                }
                if (value > (Long.MAX_VALUE - digit) / 10) {
                    throw Errors.valueError("Too many decimal digits in format string");
                }
                value = Math.max(value, 0) * 10 + digit;
                at++;
            }
            return (int) Math.min(value, Integer.MAX_VALUE);
        }

        private static void checkGrouping(char grouping, int type) {
            if (grouping == 0) {
                return;
            }
            switch (type) {
                case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0 -> {}
                case 'b', 'o', 'x', 'X' -> {
                    if (grouping != '_') {
                        throw badGrouping(grouping, type);
                    }
                }
                default -> throw badGrouping(grouping, type);
            }
        }

        private static PyException badGrouping(char grouping, int type) {
            return type > 32 && type < 128
                    ? Errors.valueError("Cannot specify '%s' with '%s'.", grouping, (char) type)
                    : Errors.valueError(
                            "Cannot specify '%s' with '\\x%s'.",
                            grouping, Integer.toHexString(type));
        }
    }
}
