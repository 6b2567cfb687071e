package org.jabiru.ast;

/** The value of a literal such as {@code 2j}. */
public record Complex(double real, double imag) {}
