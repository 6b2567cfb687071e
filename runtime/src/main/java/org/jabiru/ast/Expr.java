package org.jabiru.ast;

/** An expression. */
public sealed interface Expr extends Positioned {
    /** {@code a and b and c}, {@code a or b}. */
    record BoolOp(org.jabiru.ast.BoolOp op, java.util.List<Expr> values, Span span)
            implements Expr {}

    /** {@code target := value}. */
    record NamedExpr(Expr target, Expr value, Span span) implements Expr {}

    /** {@code left + right}. */
    record BinOp(Expr left, Operator op, Expr right, Span span) implements Expr {}

    /** {@code -operand}. */
    record UnaryOp(org.jabiru.ast.UnaryOp op, Expr operand, Span span) implements Expr {}

    /** {@code lambda args: body}. */
    record Lambda(Arguments args, Expr body, Span span) implements Expr {}

    /** {@code body if test else orelse}. */
    record IfExp(Expr test, Expr body, Expr orelse, Span span) implements Expr {}

    /** {@code {k: v}}; a null key stands for {@code **v}. */
    record Dict(java.util.List<Expr> keys, java.util.List<Expr> values, Span span)
            implements Expr {}

    /** {@code {a, b}}. */
    record Set(java.util.List<Expr> elts, Span span) implements Expr {}

    /** {@code [elt for …]}. */
    record ListComp(Expr elt, java.util.List<Comprehension> generators, Span span)
            implements Expr {}

    /** {@code {elt for …}}. */
    record SetComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    /** {@code {key: value for …}}. */
    record DictComp(Expr key, Expr value, java.util.List<Comprehension> generators, Span span)
            implements Expr {}

    /** {@code (elt for …)}. */
    record GeneratorExp(Expr elt, java.util.List<Comprehension> generators, Span span)
            implements Expr {}

    /** {@code await value}. */
    record Await(Expr value, Span span) implements Expr {}

    /** {@code yield value}; value optional. */
    record Yield(Expr value, Span span) implements Expr {}

    /** {@code yield from value}. */
    record YieldFrom(Expr value, Span span) implements Expr {}

    /** {@code left < a <= b}. */
    record Compare(
            Expr left, java.util.List<CmpOp> ops, java.util.List<Expr> comparators, Span span)
            implements Expr {}

    /** {@code func(args, keywords)}. */
    record Call(Expr func, java.util.List<Expr> args, java.util.List<Keyword> keywords, Span span)
            implements Expr {}

    /**
     * A field of an f-string; conversion is -1 or the letter after {@code !}, the spec optional.
     */
    record FormattedValue(Expr value, int conversion, Expr formatSpec, Span span) implements Expr {}

    /** A field of a t-string; {@code str} is its source text. */
    record Interpolation(Expr value, StrValue str, int conversion, Expr formatSpec, Span span)
            implements Expr {}

    /** An f-string. */
    record JoinedStr(java.util.List<Expr> values, Span span) implements Expr {}

    /** A t-string. */
    record TemplateStr(java.util.List<Expr> values, Span span) implements Expr {}

    /**
     * A literal. The value is a {@link Long}, or a {@link java.math.BigInteger} when it does not
     * fit, a {@link Double}, {@link Complex}, {@link Boolean}, {@link StrValue}, {@link BytesValue}
     * or {@link Singleton}; kind is {@code "u"} for {@code u'…'}, else null.
     */
    record Constant(Object value, String kind, Span span) implements Expr {}

    /** {@code value.attr}. */
    record Attribute(Expr value, String attr, ExprContext ctx, Span span) implements Expr {}

    /** {@code value[slice]}. */
    record Subscript(Expr value, Expr slice, ExprContext ctx, Span span) implements Expr {}

    /** {@code *value}. */
    record Starred(Expr value, ExprContext ctx, Span span) implements Expr {}

    /** An identifier. */
    record Name(String id, ExprContext ctx, Span span) implements Expr {}

    /** {@code [a, b]}. */
    record List(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    /** {@code (a, b)}. */
    record Tuple(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    /** {@code lower:upper:step}, each optional. */
    record Slice(Expr lower, Expr upper, Expr step, Span span) implements Expr {}
}
