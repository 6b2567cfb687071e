package org.jabiru.parser;

/** What a rule throws when the tokens do not match it; not yet an error. */
final class Backtrack extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The only one: it carries nothing. */
    static final Backtrack FAIL = new Backtrack();

    private Backtrack() {
        super(null, null, false, false);
    }
}
