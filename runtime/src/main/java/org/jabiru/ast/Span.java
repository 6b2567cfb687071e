package org.jabiru.ast;

/**
 * A stretch of source: lines count from 1, columns from 0 in bytes of the UTF-8 encoded line, the
 * end is exclusive.
 */
public record Span(int line, int column, int endLine, int endColumn) {
    /** From this span's start to the end of {@code last}. */
    public Span to(Span last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }
}
