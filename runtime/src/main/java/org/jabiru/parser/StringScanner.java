package org.jabiru.parser;

import java.util.ArrayDeque;

/** Finds where strings end, and the pieces of f- and t-strings (PEP 701, PEP 750). */
abstract class StringScanner extends NumberScanner {
    private static final int MAX_FIELD_NESTING = 3;
    private static final int MAX_NESTED_STRINGS = 150;

    final TokenBuffer tokens;
    final ArrayDeque<FStringMode> modes = new ArrayDeque<>();

    /** Whether the error thrown is that the source ends inside of something. */
    boolean reachedEnd;

    /** The innermost f-string, or null. */
    FStringMode mode;

    StringScanner(SourceText source, ParserOptions options, TokenBuffer tokens) {
        super(source, options);
        this.tokens = tokens;
    }

    /** Reads the string whose first quote is at {@code pos}, its prefix at {@code start}. */
    final void string(int start) {
        int startLine = line;
        int startLineStart = lineStart;
        int quote = bytes[pos];
        int size = quoteSize(quote);
        pos += size;
        if (size == 2) {
            emitString(start, startLine, startLineStart);
            return;
        }
        int run = 0;
        boolean escapedQuote = false;
        while (run != size) {
            int c = bytes[pos];
            if (pos >= length || size == 1 && c == '\n') {
                reachedEnd = pos >= length || atMissingNewline();
                int last = line;
                line = startLine;
                lineStart = startLineStart;
                pos = start + 1;
                throw unterminated(quote, size, last, escapedQuote);
            }
            pos++;
            if (c == quote) {
                run++;
                continue;
            }
            run = 0;
            if (c == '\\') {
                int escaped = bytes[pos];
                if (escaped == quote) {
                    escapedQuote = true;
                }
                if (pos < length) {
                    pos++;
                }
                c = escaped;
            }
            if (c == '\n') {
                newlineInside();
            }
        }
        emitString(start, startLine, startLineStart);
    }

    /** 3 for a triple quote, 2 for an empty string, else 1. */
    private int quoteSize(int quote) {
        if (bytes[pos + 1] != quote) {
            return 1;
        }
        return pos + 2 < length && bytes[pos + 2] == quote ? 3 : 2;
    }

    private void emitString(int start, int startLine, int startLineStart) {
        tokens.append(
                TokenKind.STRING,
                start,
                pos,
                startLine,
                start - startLineStart,
                line,
                pos - lineStart);
    }

    private PythonSyntaxException unterminated(int quote, int size, int last, boolean escaped) {
        if (mode != null && mode.quote == quote && mode.quoteSize == size) {
            return error(mode.name() + ": expecting '}'");
        }
        if (size == 3) {
            return error(
                    "unterminated triple-quoted string literal (detected at line " + last + ")");
        }
        return error(
                "unterminated string literal (detected at line "
                        + last
                        + ")"
                        + (escaped ? "; perhaps you escaped the end quote?" : ""));
    }

    /** Opens the f- or t-string whose first quote is at {@code pos}. */
    final void openFString(int start, boolean raw, boolean template) {
        int quote = bytes[pos];
        int size = quoteSize(quote) == 3 ? 3 : 1;
        pos += size;
        mode = new FStringMode(quote, size, raw, template, start, line, lineStart);
        modes.push(mode);
        if (modes.size() >= MAX_NESTED_STRINGS) {
            throw error("too many nested f-strings or t-strings");
        }
        emitHere(template ? TokenKind.TSTRING_START : TokenKind.FSTRING_START, start, pos);
    }

    private void emitHere(int kind, int start, int end) {
        tokens.append(kind, start, end, line, start - lineStart, line, end - lineStart);
    }

    /** The next piece of the innermost f-string's text; false where an expression begins. */
    final boolean fstringPiece() {
        FStringMode m = mode;
        startLine();
        int start = pos;
        int startLine = line;
        int startLineStart = lineStart;
        if (bytes[pos] == '{' && (bytes[pos + 1] != '{' || m.inFormatSpec)) {
            openField(m);
            return false;
        }
        if (atEndQuote(m)) {
            pos += m.quoteSize;
            emitHere(m.template ? TokenKind.TSTRING_END : TokenKind.FSTRING_END, start, pos);
            modes.pop();
            mode = modes.peek();
            return true;
        }
        int end = fstringText(m);
        tokens.append(
                m.template ? TokenKind.TSTRING_MIDDLE : TokenKind.FSTRING_MIDDLE,
                start,
                end,
                startLine,
                start - startLineStart,
                line,
                // Of a doubled brace the text has one, the place both.
                pos - lineStart);
        return true;
    }

    /** Enters a field; the error of one nested too deeply is before its brace. */
    private void openField(FStringMode m) {
        m.fieldDepth++;
        if (m.fieldDepth >= MAX_FIELD_NESTING) {
            throw error(m.name() + ": expressions nested too deeply");
        }
        m.inExpression = true;
    }

    private boolean atEndQuote(FStringMode m) {
        for (int i = 0; i < m.quoteSize; i++) {
            if (pos + i >= length || bytes[pos + i] != m.quote) {
                return false;
            }
        }
        return true;
    }

    /** Reads text up to a field, the closing quote or a doubled brace; the end of the token. */
    private int fstringText(FStringMode m) {
        boolean namedEscape = false;
        while (true) {
            int c = bytes[pos];
            if (pos >= length || m.quoteSize == 1 && c == '\n') {
                if (m.inFormatSpec && pos < length && !atMissingNewline()) {
                    pos++;
                    throw error(
                            m.name()
                                    + ": newlines are not allowed in format specifiers for single"
                                    + " quoted "
                                    + m.name()
                                    + "s");
                }
                throw unterminated(m);
            }
            if (c == m.quote && atEndQuote(m)) {
                return pos;
            }
            pos++;
            if (c == '\n') {
                newlineInside();
            } else if (c == '{') {
                if (bytes[pos] == '{' && !m.inFormatSpec) {
                    pos++;
                    return pos - 1;
                }
                pos--;
                openField(m);
                return pos;
            } else if (c == '}') {
                if (namedEscape) {
                    return pos;
                }
                if (bytes[pos] == '}' && !m.inFormatSpec && m.bracketDepth == 0) {
                    pos++;
                    return pos - 1;
                }
                pos--;
                m.inExpression = true;
                return pos;
            } else if (c == '\\') {
                int next = bytes[pos];
                if (next == '{' || next == '}') {
                    if (!m.raw) {
                        warnEscape(next);
                    }
                    continue;
                }
                if (!m.raw && next == 'N' && bytes[pos + 1] == '{') {
                    namedEscape = true;
                    pos += 2;
                } else if (!m.raw && pos < length) {
                    pos++;
                    if (next == '\n') {
                        newlineInside();
                    }
                } else if (m.raw && (next == m.quote || next == '\\')) {
                    pos++;
                } else if (m.raw && next == '\n' && pos < length) {
                    pos++;
                    newlineInside();
                }
            }
        }
    }

    private void warnEscape(int c) {
        String warning = StringLiteralParser.invalidEscape((char) c);
        if (options.warnings().refuses(warning, line)) {
            throw error(StringLiteralParser.asError(warning));
        }
    }

    private PythonSyntaxException unterminated(FStringMode m) {
        reachedEnd = pos >= length || atMissingNewline();
        int last = line;
        line = m.line;
        lineStart = m.lineStart;
        pos = m.start + 1;
        return error(
                "unterminated "
                        + (m.quoteSize == 3 ? "triple-quoted " : "")
                        + m.name()
                        + " literal (detected at line "
                        + last
                        + ")");
    }
}
