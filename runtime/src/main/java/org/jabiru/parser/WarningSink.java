package org.jabiru.parser;

/** Receives the {@code SyntaxWarning}s of a parse. */
@FunctionalInterface
public interface WarningSink {
    /** Drops every warning. */
    WarningSink IGNORE = (message, line) -> {};

    /**
     * A warning for {@code line}. May throw {@link PythonSyntaxException} where warnings are turned
     * into errors.
     */
    void warn(String message, int line);
}
