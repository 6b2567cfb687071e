package org.jabiru.ast;

import java.util.List;

/** {@code for target in iter if …}. */
public record Comprehension(Expr target, Expr iter, List<Expr> ifs, boolean isAsync)
        implements Node {}
