package org.jabiru.parser;

/** Signals that a statement that is being typed needs its next line. */
final class MoreLines extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The only one: it carries nothing. */
    static final MoreLines NEEDED = new MoreLines();

    private MoreLines() {
        super(null, null, false, false);
    }
}
