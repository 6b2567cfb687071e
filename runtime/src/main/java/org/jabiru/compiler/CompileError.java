package org.jabiru.compiler;

import org.jabiru.ast.Span;

/** A SyntaxError that the parser cannot see: about scopes, or about where a statement stands. */
public final class CompileError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Where it is; null when unknown. */
    private final transient Span span;

    CompileError(String message, Span span) {
        super(message, null, false, false);
        this.span = span;
    }

    public Span span() {
        return span;
    }
}
