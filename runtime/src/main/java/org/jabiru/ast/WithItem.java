package org.jabiru.ast;

/** {@code context_expr as optional_vars} of a {@code with}. */
public record WithItem(Expr contextExpr, Expr optionalVars) implements Node {}
