package org.jabiru.parser;

/** Reads number literals (the language reference, "Numeric literals"). */
abstract class NumberScanner extends Scanner {
    NumberScanner(SourceText source, ParserOptions options) {
        super(source, options);
    }

    /** Moves past the number that begins at {@code pos}: a digit, or a dot and a digit. */
    final void number() {
        int c = bytes[pos];
        if (c == '0') {
            pos++;
            switch (bytes[pos] | 0x20) {
                case 'x' -> radix("hexadecimal", 16);
                case 'o' -> radix("octal", 8);
                case 'b' -> radix("binary", 2);
                default -> leadingZero();
            }
            return;
        }
        if (c != '.') {
            decimalTail();
        }
        afterInteger();
    }

    private void afterInteger() {
        int c = bytes[pos];
        if (c == '.') {
            pos++;
            if (isDigit(bytes[pos])) {
                decimalTail();
            }
            c = bytes[pos];
        } else if (c != 'e' && c != 'E' && c != 'j' && c != 'J') {
            endOfNumber("decimal");
            return;
        }
        if (c == 'e' || c == 'E') {
            int mark = pos;
            pos++;
            int sign = bytes[pos];
            if (sign == '+' || sign == '-') {
                pos++;
                if (!isDigit(bytes[pos])) {
                    pos++;
                    throw notWhole("decimal");
                }
            } else if (!isDigit(sign)) {
                pos = mark;
                endOfNumber("decimal");
                return;
            }
            decimalTail();
            c = bytes[pos];
        }
        if (c == 'j' || c == 'J') {
            pos++;
            endOfNumber("imaginary");
        } else {
            endOfNumber("decimal");
        }
    }

    /** Digits with single underscores between them. */
    private void decimalTail() {
        while (true) {
            while (isDigit(bytes[pos])) {
                pos++;
            }
            if (bytes[pos] != '_') {
                return;
            }
            pos++;
            if (!isDigit(bytes[pos])) {
                throw error("invalid decimal literal");
            }
        }
    }

    private void leadingZero() {
        int start = pos - 1;
        boolean nonzero = false;
        while (true) {
            if (bytes[pos] == '_') {
                pos++;
                if (!isDigit(bytes[pos])) {
                    throw error("invalid decimal literal");
                }
            }
            if (bytes[pos] != '0') {
                break;
            }
            pos++;
        }
        int zerosEnd = pos;
        if (isDigit(bytes[pos])) {
            nonzero = true;
            decimalTail();
        }
        int c = bytes[pos];
        if (c == '.' || c == 'e' || c == 'E' || c == 'j' || c == 'J') {
            afterInteger();
        } else if (nonzero && !extraTokens) {
            // CPython counts these columns in bytes.
            throw errorRange(
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix"
                            + " for octal integers",
                    line,
                    lineStart,
                    start + 1 - lineStart,
                    zerosEnd + 1 - lineStart);
        } else {
            endOfNumber("decimal");
        }
    }

    private void radix(String name, int radix) {
        pos++;
        do {
            if (bytes[pos] == '_') {
                pos++;
            }
            int c = bytes[pos];
            if (!isDigitOf(c, radix)) {
                if (isDigit(c)) {
                    throw wrongDigit(c, name);
                }
                throw error("invalid " + name + " literal");
            }
            while (isDigitOf(bytes[pos], radix)) {
                pos++;
            }
        } while (bytes[pos] == '_');
        if (isDigit(bytes[pos])) {
            throw wrongDigit(bytes[pos], name);
        }
        endOfNumber(name);
    }

    private PythonSyntaxException wrongDigit(int c, String name) {
        pos++;
        return error("invalid digit '" + (char) c + "' in " + name + " literal");
    }

    private static boolean isDigitOf(int c, int radix) {
        return Character.digit(c, radix) >= 0;
    }

    private PythonSyntaxException notWhole(String name) {
        pos--;
        return error("invalid " + name + " literal");
    }

    /** What follows a number must not look like a part of it; keywords may, with a warning. */
    private void endOfNumber(String name) {
        int c = bytes[pos];
        if (!isNamePart(c) || extraTokens) {
            return; // The module tokenize takes what follows for another token.
        }
        if (keywordFollows()) {
            options.warnings().warn("invalid " + name + " literal", line);
        } else if (c > 0) {
            throw errorAt("invalid " + name + " literal", line, lineStart, pos);
        }
    }

    private boolean keywordFollows() {
        return switch (bytes[pos]) {
            case 'a' -> looksAt("and");
            case 'e' -> looksAt("else");
            case 'f' -> looksAt("for");
            case 'i' -> bytes[pos + 1] == 'n' || bytes[pos + 1] == 's' || bytes[pos + 1] == 'f';
            case 'n' -> looksAt("not");
            case 'o' -> looksAt("or");
            default -> false;
        };
    }

    private boolean looksAt(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[Math.min(pos + i, length)] != word.charAt(i)) {
                return false;
            }
        }
        return !isNamePart(bytes[Math.min(pos + word.length(), length)]);
    }
}
