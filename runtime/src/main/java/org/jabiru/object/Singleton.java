package org.jabiru.object;

/**
 * The singletons {@code None}, {@code NotImplemented} and {@code Ellipsis} (Built-in Constants).
 */
public enum Singleton {
    NONE,
    NOT_IMPLEMENTED,
    ELLIPSIS;

    /** Whether the value is None. */
    public static boolean isNone(Object value) {
        return value == NONE;
    }
}
