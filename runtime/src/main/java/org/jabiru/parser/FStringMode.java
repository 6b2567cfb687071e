package org.jabiru.parser;

/** An f- or t-string that the tokenizer is inside of. */
final class FStringMode {
    final int quote;
    final int quoteSize;
    final boolean raw;
    final boolean template;

    /** Where it starts, for errors. */
    final int start;

    final int line;
    final int lineStart;

    /** Whether the tokenizer reads an expression of it rather than its text. */
    boolean inExpression;

    /** Brackets open inside it. */
    int bracketDepth;

    /**
     * The value of {@link #bracketDepth} at the innermost field's opening, or -1 outside fields.
     */
    int fieldDepth = -1;

    boolean inFormatSpec;

    FStringMode(
            int quote,
            int quoteSize,
            boolean raw,
            boolean template,
            int start,
            int line,
            int lineStart) {
        this.quote = quote;
        this.quoteSize = quoteSize;
        this.raw = raw;
        this.template = template;
        this.start = start;
        this.line = line;
        this.lineStart = lineStart;
    }

    /** {@code f-string} or {@code t-string}. */
    String name() {
        return template ? "t-string" : "f-string";
    }
}
