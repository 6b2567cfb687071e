package org.jabiru.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jabiru.ast.BytesValue;
import org.jabiru.ast.Span;
import org.jabiru.ast.StrValue;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Decodes the escapes of string literals (the language reference, "Escape sequences"). */
final class StringLiteralParser {
    private static final String FUTURE = " Such sequences will not work in the future.";

    private final TokenCursor t;

    StringLiteralParser(TokenCursor t) {
        this.t = t;
    }

    /** The warning for a backslash before {@code c}. */
    static String invalidEscape(char c) {
        return invalidEscape("invalid escape", String.valueOf(c));
    }

    private static String invalidEscape(String what, String text) {
        return "\"\\"
                + text
                + "\" is an "
                + what
                + " sequence."
                + FUTURE
                + " Did you mean \"\\\\"
                + text
                + "\"? A raw string is also an option.";
    }

    /** What the error says where the filter makes one of the warning. */
    static String asError(String warning) {
        return warning.replace(FUTURE, "");
    }

    /** The value of a string token: a {@link StrValue} or {@link BytesValue}. */
    Object value(int token) {
        byte[] b = t.source.bytes();
        int start = t.starts[token];
        boolean raw = false;
        boolean isBytes = false;
        while (b[start] != '"' && b[start] != '\'') {
            int c = b[start++] | 0x20;
            raw |= c == 'r';
            isBytes |= c == 'b';
        }
        int end = t.ends[token];
        int size = end - start >= 6 && b[start + 1] == b[start] && b[start + 2] == b[start] ? 3 : 1;
        start += size;
        end -= size;
        return isBytes ? bytes(start, end, raw, token) : str(start, end, raw, token);
    }

    /** The text between two offsets, escapes decoded unless {@code raw}; part of {@code token}. */
    StrValue str(int start, int end, boolean raw, int token) {
        byte[] b = t.source.bytes();
        for (int i = start; !raw; i++) {
            if (i == end) {
                raw = true;
            } else if (b[i] == '\\') {
                break;
            }
        }
        if (raw) {
            return StrValue.of(t.source.text(start, end));
        }
        return new StrDecoder(t.source.text(start, end), token, start).decode();
    }

    private Object bytes(int start, int end, boolean raw, int token) {
        byte[] b = t.source.bytes();
        byte[] out = new byte[end - start];
        int n = 0;
        boolean warned = false;
        for (int i = start; i < end; i++) {
            if (b[i] < 0) {
                throw t.errorAtToken(token, "bytes can only contain ASCII literal characters");
            }
        }
        for (int i = start; i < end; i++) {
            int c = b[i];
            if (c != '\\' || raw) {
                out[n++] = (byte) c;
                continue;
            }
            c = b[++i];
            int simple = simpleEscape(c);
            if (c == '\n') {
                continue;
            } else if (simple >= 0) {
                out[n++] = (byte) simple;
            } else if (c >= '0' && c <= '7') {
                int value = c - '0';
                int k = 1;
                while (k < 3 && i + 1 < end && b[i + 1] >= '0' && b[i + 1] <= '7') {
                    value = value * 8 + b[++i] - '0';
                    k++;
                }
                if (value > 0377 && !warned) {
                    warned = true;
                    warnOctal(value, token, start, i);
                }
                out[n++] = (byte) value;
            } else if (c == 'x') {
                int high = i + 1 < end ? Character.digit(b[i + 1], 16) : -1;
                int low = i + 2 < end ? Character.digit(b[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw t.errorAtLast(
                            Kind.SYNTAX,
                            "(value error) invalid \\x escape at position " + (i - 1 - start));
                }
                out[n++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                if (!warned) {
                    warned = true;
                    warn(invalidEscape((char) c), token, start, i);
                }
                out[n++] = '\\';
                out[n++] = (byte) c;
            }
        }
        return BytesValue.of(Arrays.copyOf(out, n));
    }

    private void warnOctal(int value, int token, int start, int at) {
        warn(invalidEscape("invalid octal escape", Integer.toOctalString(value)), token, start, at);
    }

    /** Warns of an escape at offset {@code at} of a literal whose text begins at {@code start}. */
    private void warn(String message, int token, int start, int at) {
        if (t.rereads()) {
            return;
        }
        int line = t.lines[token];
        byte[] b = t.source.bytes();
        int first = t.starts[token];
        boolean prefixed = b[first] != '"' && b[first] != '\'';
        // CPython counts from where the token begins, and forgets the quotes after a prefix.
        int column = t.columns[token] + (prefixed ? 0 : start - first);
        for (int i = start; i < at && i < t.source.length(); i++) {
            column++;
            if (b[i] == '\n') {
                line++;
                column = 0;
            }
        }
        if (t.options.warnings().refuses(message, line)) {
            boolean known = t.kinds[token] == TokenKind.STRING;
            throw known
                    ? t.errorAt(new Span(line, column, line, column + 2), asError(message))
                    : t.errorAtLast(Kind.SYNTAX, asError(message));
        }
    }

    /** What a one-letter escape stands for, or -1. */
    private static int simpleEscape(int c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\'' -> '\'';
            case '"' -> '"';
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            default -> -1;
        };
    }

    /** Decodes one text; positions in errors count as CPython's, which escapes non-ASCII first. */
    private final class StrDecoder {
        private final String text;
        private final int token;
        private final int start;
        private int[] out;
        private int n;
        private int i;
        private boolean warned;

        StrDecoder(String text, int token, int start) {
            this.text = text;
            this.token = token;
            this.start = start;
            this.out = new int[text.length()];
        }

        StrValue decode() {
            while (i < text.length()) {
                int c = text.codePointAt(i);
                if (c != '\\') {
                    out[n++] = c;
                    i += Character.charCount(c);
                    continue;
                }
                int mark = i++;
                escape(mark);
            }
            return StrValue.of(Arrays.copyOf(out, n));
        }

        private void escape(int mark) {
            if (i >= text.length()) {
                // Only before a field of an f-string, which the tokenizer has warned of.
                out[n++] = '\\';
                return;
            }
            int c = text.codePointAt(i);
            int simple = simpleEscape(c);
            if (c == '\n') {
                i++;
            } else if (simple >= 0) {
                i++;
                out[n++] = simple;
            } else if (c >= '0' && c <= '7') {
                octal(mark);
            } else if (c == 'x') {
                hex(mark, 2, "truncated \\xXX escape");
            } else if (c == 'u') {
                hex(mark, 4, "truncated \\uXXXX escape");
            } else if (c == 'U') {
                hex(mark, 8, "truncated \\UXXXXXXXX escape");
            } else if (c == 'N') {
                named(mark);
            } else {
                if (!warned && c < 128) {
                    warned = true;
                    if ((c != '{' && c != '}') || t.kinds[token] == TokenKind.STRING) {
                        // Of braces in f-strings the tokenizer has warned.
                        warn(invalidEscape((char) c), token, start, offset(mark));
                    }
                }
                out[n++] = '\\';
            }
        }

        private void octal(int mark) {
            int value = 0;
            for (int k = 0; k < 3 && i < text.length(); k++) {
                char c = text.charAt(i);
                if (c < '0' || c > '7') {
                    break;
                }
                value = value * 8 + c - '0';
                i++;
            }
            if (value > 0377 && !warned) {
                warned = true;
                warnOctal(value, token, start, offset(mark));
            }
            out[n++] = value;
        }

        private void hex(int mark, int digits, String message) {
            i++;
            int value = 0;
            for (int k = 0; k < digits; k++) {
                int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
                if (digit < 0 || text.charAt(i) >= 128) {
                    throw malformed(mark, i, message);
                }
                value = value << 4 | digit;
                i++;
            }
            if (value > Character.MAX_CODE_POINT || value < 0) {
                throw malformed(mark, i, "illegal Unicode character");
            }
            out[n++] = value;
        }

        private void named(int mark) {
            i++;
            if (i >= text.length() || text.charAt(i) != '{') {
                throw malformed(mark, i, "malformed \\N character escape");
            }
            int close = text.indexOf('}', i);
            if (close < 0 || close == i + 1) {
                throw malformed(
                        mark,
                        close < 0 ? text.length() : close + 1,
                        "malformed \\N character escape");
            }
            int point = t.options.names().lookup(text.substring(i + 1, close));
            i = close + 1;
            if (point < 0) {
                throw malformed(mark, i, "unknown Unicode character name");
            }
            out[n++] = point;
        }

        private int offset(int index) {
            return start + text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
        }

        private PythonSyntaxException malformed(int mark, int end, String reason) {
            int from = escapedLength(mark);
            int last = escapedLength(end) - 1;
            return t.errorAtLast(
                    Kind.SYNTAX,
                    "(unicode error) 'unicodeescape' codec can't decode "
                            + (last == from
                                    ? String.format(
                                            "byte 0x%02x in position %d",
                                            (int) text.charAt(mark), from)
                                    : "bytes in position " + from + "-" + last)
                            + ": "
                            + reason);
        }

        /** The length of a prefix once each non-ASCII character is written as ten. */
        private int escapedLength(int index) {
            int length = 0;
            for (int k = 0; k < index; ) {
                int c = text.codePointAt(k);
                length += c < 128 ? 1 : 10;
                k += Character.charCount(c);
            }
            return length;
        }
    }
}
