package org.jabiru.ast;

/** The unary operators. */
public enum UnaryOp {
    INVERT("Invert", "~"),
    NOT("Not", "not"),
    U_ADD("UAdd", "+"),
    U_SUB("USub", "-");

    private final String astName;
    private final String symbol;

    UnaryOp(String astName, String symbol) {
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
