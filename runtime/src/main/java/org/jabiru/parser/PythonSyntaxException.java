package org.jabiru.parser;

/**
 * The source is not Python: what becomes a {@code SyntaxError}. Columns count characters from 1, as
 * {@code SyntaxError.offset} does; 0 and -1 stand for "unknown" where CPython reports them so.
 */
public final class PythonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exception class to raise. */
    public enum Kind {
        SYNTAX("SyntaxError"),
        INDENTATION("IndentationError"),
        TAB("TabError"),
        /** Ends too early, though well so far. */
        INCOMPLETE("_IncompleteInputError"),
        /** Nested too deeply for the parser. */
        MEMORY("MemoryError"),
        /** An identifier that no tree can hold. */
        IDENTIFIER("ValueError"),
        /** A chain of operators too long for what walks the tree. */
        RECURSION("RecursionError");

        private final String exceptionName;

        Kind(String exceptionName) {
            this.exceptionName = exceptionName;
        }

        /** The name of the Python class. */
        public String exceptionName() {
            return exceptionName;
        }
    }

    private final Kind kind;
    private final String filename;
    private final int line;
    private final int column;
    private final int endLine;
    private final int endColumn;
    private final String text;

    public PythonSyntaxException(
            Kind kind,
            String message,
            String filename,
            int line,
            int column,
            int endLine,
            int endColumn,
            String text) {
        super(message, null, false, false);
        this.kind = kind;
        this.filename = filename;
        this.line = line;
        this.column = column;
        this.endLine = endLine;
        this.endColumn = endColumn;
        this.text = text;
    }

    /** An error without a place. */
    static PythonSyntaxException withoutPlace(String message, String filename) {
        return new PythonSyntaxException(Kind.SYNTAX, message, filename, -1, -1, -1, -1, null);
    }

    /** An identifier that normalization makes the name of a constant. */
    static PythonSyntaxException badIdentifier(String name, String filename) {
        String message = "identifier field can't represent '" + name + "' constant";
        return new PythonSyntaxException(Kind.IDENTIFIER, message, filename, -1, -1, -1, -1, null);
    }

    public Kind kind() {
        return kind;
    }

    public String filename() {
        return filename;
    }

    /** The line, or -1 where there is none. */
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public int endLine() {
        return endLine;
    }

    public int endColumn() {
        return endColumn;
    }

    /** The line of source the error is on, or null. */
    public String text() {
        return text;
    }
}
