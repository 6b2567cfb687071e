package org.jabiru.ast;

/** {@code name as asname} of an import; asname optional, name dotted or {@code *}. */
public record Alias(String name, String asname, Span span) implements Positioned {}
