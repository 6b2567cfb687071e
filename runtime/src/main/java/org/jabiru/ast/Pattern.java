package org.jabiru.ast;

import java.util.List;

/** A pattern of a {@code case}. */
public sealed interface Pattern extends Positioned {
    /** An expression compared by equality. */
    record MatchValue(Expr value, Span span) implements Pattern {}

    /**
     * {@code None}, {@code True}, {@code False}, compared by identity: a {@link Boolean} or {@link
     * Singleton#NONE}.
     */
    record MatchSingleton(Object value, Span span) implements Pattern {}

    /** {@code [a, *b]}. */
    record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {}

    /** {@code {k: p, **rest}}; rest optional. */
    record MatchMapping(List<Expr> keys, List<Pattern> patterns, String rest, Span span)
            implements Pattern {}

    /** {@code cls(patterns, kwd=pattern)}. */
    record MatchClass(
            Expr cls,
            List<Pattern> patterns,
            List<String> kwdAttrs,
            List<Pattern> kwdPatterns,
            Span span)
            implements Pattern {}

    /** {@code *name}; null for {@code *_}. */
    record MatchStar(String name, Span span) implements Pattern {}

    /** {@code pattern as name}, a capture (no pattern) or the wildcard (neither). */
    record MatchAs(Pattern pattern, String name, Span span) implements Pattern {}

    /** {@code a | b}. */
    record MatchOr(List<Pattern> patterns, Span span) implements Pattern {}
}
