package org.jabiru.ast;

/**
 * A node that carries {@code lineno}, {@code col_offset}, {@code end_lineno} and {@code
 * end_col_offset}.
 */
public sealed interface Positioned extends Node
        permits Stmt, Expr, Pattern, TypeParam, ExceptHandler, Arg, Keyword, Alias {
    /** Where the node stands in the source. */
    Span span();
}
