package org.jabiru.ast;

import java.util.List;

/** {@code case pattern if guard: body}; guard optional. */
public record MatchCase(Pattern pattern, Expr guard, List<Stmt> body) implements Node {}
