package org.jabiru.ast;

/** {@code and}, {@code or}. */
public enum BoolOp {
    AND("And", "and"),
    OR("Or", "or");

    private final String astName;
    private final String symbol;

    BoolOp(String astName, String symbol) {
        this.astName = astName;
        this.symbol = symbol;
    }

    /** The class of the manual's {@code ast} chapter. */
    public String astName() {
        return astName;
    }

    /** As written in source. */
    public String symbol() {
        return symbol;
    }
}
