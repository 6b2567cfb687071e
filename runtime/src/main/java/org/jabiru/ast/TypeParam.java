package org.jabiru.ast;

/** A type parameter (PEP 695, PEP 696). */
public sealed interface TypeParam extends Positioned {
    /** {@code T: bound = default}, both optional. */
    record TypeVar(String name, Expr bound, Expr defaultValue, Span span) implements TypeParam {}

    /** {@code **P = default}, default optional. */
    record ParamSpec(String name, Expr defaultValue, Span span) implements TypeParam {}

    /** {@code *Ts = default}, default optional. */
    record TypeVarTuple(String name, Expr defaultValue, Span span) implements TypeParam {}

    /** The name it binds. */
    String name();

    /** What follows {@code =}, or null. */
    Expr defaultValue();
}
