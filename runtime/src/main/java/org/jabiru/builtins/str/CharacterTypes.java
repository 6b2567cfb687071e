package org.jabiru.builtins.str;

/**
 * What str asks of single characters (Unicode 16: the version of JDK 24 and later is that of Python
 * 3.14, so {@link Character} answers most of it).
 */
public final class CharacterTypes {
    /** Numeric_Type=Digit without the decimal digits. */
    private static final int[] DIGITS =
            ranges(
                    "b2-b3 b9 1369-1371 19da 2070 2074-2079 2080-2089 2460-2468 2474-247c"
                            + " 2488-2490 24ea 24f5-24fd 24ff 2776-277e 2780-2788 278a-2792"
                            + " 10a40-10a43 10e60-10e68 11052-1105a 1f100-1f10a");

    private CharacterTypes() {}

    private static int[] ranges(String text) {
        String[] parts = text.split(" ");
        int[] out = new int[2 * parts.length];
        for (int i = 0; i < parts.length; i++) {
            int dash = parts[i].indexOf('-');
            out[2 * i] = Integer.parseInt(dash < 0 ? parts[i] : parts[i].substring(0, dash), 16);
            out[2 * i + 1] =
                    dash < 0 ? out[2 * i] : Integer.parseInt(parts[i].substring(dash + 1), 16);
        }
        return out;
    }

    private static boolean contains(int[] ranges, int c) {
        int low = 0;
        int high = ranges.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (c > ranges[2 * middle + 1]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low < ranges.length && c >= ranges[2 * low];
    }

    /** White space, as {@code str.isspace} and {@code str.split} see it. */
    public static boolean isSpace(int c) {
        if (c < 128) {
            return c == ' ' || c >= 9 && c <= 13 || c >= 0x1c && c <= 0x1f;
        }
        return c == 0x85
                || c == 0xa0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200a
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000;
    }

    /** Whether {@code str.splitlines} ends a line here. */
    public static boolean isLineBreak(int c) {
        return c >= 10 && c <= 13
                || c >= 0x1c && c <= 0x1e
                || c == 0x85
                || c == 0x2028
                || c == 0x2029;
    }

    public static boolean isAlpha(int c) {
        return Character.isLetter(c);
    }

    public static boolean isDecimal(int c) {
        return c < 128
                ? c >= '0' && c <= '9'
                : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    public static boolean isDigit(int c) {
        return isDecimal(c) || c > 128 && contains(DIGITS, c);
    }

    public static boolean isNumeric(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9';
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    true;
            case Character.OTHER_LETTER -> c >= 0x3405 && NumericValues.of(c) >= 0;
            default -> false;
        };
    }

    public static boolean isAlnum(int c) {
        return isAlpha(c) || isNumeric(c);
    }

    /** Whether repr shows the character as it is. */
    public static boolean isPrintable(int c) {
        if (c < 127) {
            return c >= 32;
        }
        return switch (Character.getType(c)) {
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

    /** XID_Start or underscore: what may begin an identifier. */
    public static boolean isIdentifierStart(int c) {
        if (c < 128) {
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '_';
        }
        return Character.isUnicodeIdentifierStart(c)
                && !isCompatibilityOnly(c)
                && c != 0xe33
                && c != 0xeb3
                && c != 0xff9e
                && c != 0xff9f;
    }

    /** XID_Continue: what may stand inside an identifier. */
    public static boolean isIdentifierPart(int c) {
        if (c < 128) {
            return isIdentifierStart(c) || c >= '0' && c <= '9';
        }
        return Character.isUnicodeIdentifierPart(c)
                && (!Character.isIdentifierIgnorable(c) || c == 0x200c || c == 0x200d)
                && !isCompatibilityOnly(c);
    }

    /** In ID_Start but not in XID_Start or XID_Continue: not stable under NFKC (UAX 31). */
    private static boolean isCompatibilityOnly(int c) {
        return switch (c) {
            case 0x37a, 0x2e2f, 0x309b, 0x309c, 0xfdfa, 0xfdfb -> true;
            case 0xfe70, 0xfe72, 0xfe74, 0xfe76, 0xfe78, 0xfe7a, 0xfe7c, 0xfe7e -> true;
            default -> c >= 0xfc5e && c <= 0xfc63;
        };
    }

    public static boolean isUpper(int c) {
        return Character.isUpperCase(c);
    }

    public static boolean isLower(int c) {
        return Character.isLowerCase(c);
    }

    public static boolean isTitle(int c) {
        return Character.isTitleCase(c);
    }

    /** Whether the character has case (Unicode, Cased). */
    public static boolean isCased(int c) {
        return isUpper(c) || isLower(c) || isTitle(c);
    }

    /** Whether casing looks through the character (Unicode, Case_Ignorable). */
    public static boolean isCaseIgnorable(int c) {
        return switch (c) {
            case '\'', '.', ':', 0xb7, 0x387, 0x55f, 0x5f4, 0x2018, 0x2019, 0x2024, 0x2027 -> true;
            case 0xfe13, 0xfe52, 0xfe55, 0xff07, 0xff0e, 0xff1a -> true;
            default ->
                    switch (Character.getType(c)) {
                        case Character.NON_SPACING_MARK,
                                Character.ENCLOSING_MARK,
                                Character.FORMAT,
                                Character.MODIFIER_LETTER,
                                Character.MODIFIER_SYMBOL ->
                                true;
                        default -> false;
                    };
        };
    }
}
