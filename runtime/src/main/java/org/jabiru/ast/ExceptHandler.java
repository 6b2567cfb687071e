package org.jabiru.ast;

import java.util.List;

/** {@code except type as name: body}; type and name are optional. */
public record ExceptHandler(Expr type, String name, List<Stmt> body, Span span)
        implements Positioned {}
