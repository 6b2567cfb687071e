package org.jabiru.modules.sre;

import java.util.Locale;

/** Categories and case of characters, as patterns mean them (re, Regular Expression Syntax). */
final class Characters {
    private Characters() {}

    /** Whether a character is of a category, such as {@code CATEGORY_UNI_WORD}. */
    static boolean isIn(int category, int c) {
        return switch (category) {
            case Opcode.CATEGORY_DIGIT -> c >= '0' && c <= '9';
            case Opcode.CATEGORY_NOT_DIGIT -> c < '0' || c > '9';
            case Opcode.CATEGORY_SPACE -> isAsciiSpace(c);
            case Opcode.CATEGORY_NOT_SPACE -> !isAsciiSpace(c);
            case Opcode.CATEGORY_WORD, Opcode.CATEGORY_LOC_WORD -> isAsciiWord(c);
            case Opcode.CATEGORY_NOT_WORD, Opcode.CATEGORY_LOC_NOT_WORD -> !isAsciiWord(c);
            case Opcode.CATEGORY_LINEBREAK, Opcode.CATEGORY_UNI_LINEBREAK -> c == '\n';
            case Opcode.CATEGORY_NOT_LINEBREAK, Opcode.CATEGORY_UNI_NOT_LINEBREAK -> c != '\n';
            case Opcode.CATEGORY_UNI_DIGIT -> Character.isDigit(c);
            case Opcode.CATEGORY_UNI_NOT_DIGIT -> !Character.isDigit(c);
            case Opcode.CATEGORY_UNI_SPACE -> isSpace(c);
            case Opcode.CATEGORY_UNI_NOT_SPACE -> !isSpace(c);
            case Opcode.CATEGORY_UNI_WORD -> isWord(c);
            case Opcode.CATEGORY_UNI_NOT_WORD -> !isWord(c);
            default -> throw new IllegalArgumentException("category " + category);
        };
    }

    private static boolean isAsciiSpace(int c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    static boolean isAsciiWord(int c) {
        return c < 128
                && (c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '_');
    }

    /** {@code str.isspace}. */
    private static boolean isSpace(int c) {
        if (c < 128) {
            return isAsciiSpace(c) || c >= 0x1c && c <= 0x1f;
        }
        return c == 0x85 || Character.isSpaceChar(c);
    }

    /** {@code str.isalnum}, or the underscore. */
    static boolean isWord(int c) {
        if (c < 128) {
            return isAsciiWord(c);
        }
        if (Character.isLetter(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    static int asciiLower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    static int asciiUpper(int c) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    }

    static int lower(int c) {
        return c < 128 ? asciiLower(c) : Character.toLowerCase(c);
    }

    static int upper(int c) {
        if (c < 128) {
            return asciiUpper(c);
        }
        int simple = Character.toUpperCase(c);
        // As CPython: of a character that becomes several, the first.
        return simple != c || !Character.isLetter(c)
                ? simple
                : Character.toString(c).toUpperCase(Locale.ROOT).codePointAt(0);
    }
}
