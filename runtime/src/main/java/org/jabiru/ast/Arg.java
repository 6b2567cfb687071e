package org.jabiru.ast;

/** One parameter; annotation optional. */
public record Arg(String arg, Expr annotation, String typeComment, Span span)
        implements Positioned {}
