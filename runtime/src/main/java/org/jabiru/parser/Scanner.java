package org.jabiru.parser;

import org.jabiru.parser.PythonSyntaxException.Kind;

/** A place in the source, and the errors that are found there. */
abstract class Scanner {
    final SourceText source;
    final byte[] bytes;
    final int length;
    final ParserOptions options;

    /** The next byte to read. */
    int pos;

    /** The line of the last byte read, and where it starts. */
    int line = 1;

    int lineStart;

    /** Where the first of the lines starts that strings and backslashes join to this one. */
    int bufferStart;

    /** Set once a newline was read: the line number follows with the next byte. */
    boolean lineEnded;

    /**
     * Whether a newline that the source lacks is as good as one it has: only files are so mended.
     */
    boolean newlineCounts = true;

    /**
     * Whether the error thrown is one that the parser's own errors take precedence over when it
     * looks at the rest of the source.
     */
    boolean weakError;

    /** Whether comments and meaningless line breaks are tokens, and some errors are not told. */
    boolean extraTokens;

    Scanner(SourceText source, ParserOptions options) {
        this.source = source;
        this.bytes = source.bytes();
        this.length = source.length();
        this.options = options;
    }

    /** Takes up the line after a newline, unless the source ends there. */
    final void startLine() {
        if (lineEnded && pos < length) {
            line++;
            lineStart = pos;
            bufferStart = pos;
            lineEnded = false;
        }
    }

    /** Like {@link #startLine} for a newline just consumed inside a token. */
    final void newlineInside() {
        int start = bufferStart;
        lineEnded = true;
        startLine();
        bufferStart = start;
    }

    /** An error at the last byte read. */
    final PythonSyntaxException error(String message) {
        return errorAt(message, line, lineStart, pos);
    }

    /** An error whose last byte is the one before {@code end}. */
    final PythonSyntaxException errorAt(String message, int line, int lineStart, int end) {
        int column = source.characters(lineStart, end - lineStart);
        return errorRange(message, line, lineStart, column, column);
    }

    /** An error with given columns (from 1). */
    final PythonSyntaxException errorRange(
            String message, int line, int lineStart, int column, int endColumn) {
        return new PythonSyntaxException(
                Kind.SYNTAX,
                message,
                source.filename(),
                line,
                column,
                line,
                endColumn,
                source.text(lineStart, source.lineEnd(lineStart)));
    }

    /** A weak error (see {@link #weakError}) with given columns. */
    final PythonSyntaxException weakError(Kind kind, String message, int column, int endColumn) {
        weakError = true;
        String text = source.errorText(line, line, newlineCounts);
        int most = text.codePointCount(0, text.length()) + 1;
        return new PythonSyntaxException(
                kind,
                message,
                source.filename(),
                line,
                Math.min(column, most),
                line,
                endColumn,
                text);
    }

    /** Whether what comes next is a newline that is not in the source and does not count. */
    final boolean atMissingNewline() {
        return pos == length - 1 && source.newlineAdded() && !newlineCounts;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the byte can be part of an identifier; every non-ASCII one can. */
    static boolean isNamePart(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c < 0;
    }
}
