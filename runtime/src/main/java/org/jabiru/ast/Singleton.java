package org.jabiru.ast;

/** {@code None} and {@code ...} as values of constants. */
public enum Singleton {
    NONE,
    ELLIPSIS
}
