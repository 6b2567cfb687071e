package org.jabiru.ast;

/** {@code arg=value} in a call or class; arg is null for {@code **value}. */
public record Keyword(String arg, Expr value, Span span) implements Positioned {}
