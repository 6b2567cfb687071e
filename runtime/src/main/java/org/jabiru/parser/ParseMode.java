package org.jabiru.parser;

/** What a source is to be parsed as: the {@code mode} of {@code compile}. */
public enum ParseMode {
    /** A file. */
    EXEC,
    /** One expression. */
    EVAL,
    /** One statement at a prompt. */
    SINGLE,
    /** The signature of a type comment. */
    FUNC_TYPE
}
