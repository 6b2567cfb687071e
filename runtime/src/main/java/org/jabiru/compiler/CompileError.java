package org.jabiru.compiler;

import org.jabiru.ast.Span;

/** A SyntaxError that the parser cannot see: about scopes, or about where a statement stands. */
public final class CompileError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Where it is; null when unknown. */
    private final transient Span span;

    /** Whether CPython finds it when it looks for names, before it compiles. */
    private final boolean early;

    CompileError(String message, Span span) {
        this(message, span, false);
    }

    private CompileError(String message, Span span, boolean early) {
        super(message, null, false, false);
        this.span = span;
        this.early = early;
    }

    /** The same error, found while names are looked for. */
    CompileError asEarly() {
        return new CompileError(getMessage(), span, true);
    }

    boolean isEarly() {
        return early;
    }

    public Span span() {
        return span;
    }
}
