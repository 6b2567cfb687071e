package org.jabiru.parser;

/** Receives the {@code SyntaxWarning}s of a parse. */
@FunctionalInterface
public interface WarningSink {
    /** Drops every warning. */
    WarningSink IGNORE = new Ignoring();

    /**
     * A warning for {@code line}. May throw {@link PythonSyntaxException} where warnings are turned
     * into errors.
     */
    void warn(String message, int line);

    /** Warns; returns true where the warning is to be an error, which the caller then raises. */
    default boolean refuses(String message, int line) {
        warn(message, line);
        return false;
    }

    /** A class and not a lambda: the AOT cache keeps no lambda of an interface's initialiser. */
    final class Ignoring implements WarningSink {
        @Override
        public void warn(String message, int line) {}
    }
}
