package org.jabiru.ast;

/** The comparison operators. */
public enum CmpOp {
    EQ("Eq", "=="),
    NOT_EQ("NotEq", "!="),
    LT("Lt", "<"),
    LT_E("LtE", "<="),
    GT("Gt", ">"),
    GT_E("GtE", ">="),
    IS("Is", "is"),
    IS_NOT("IsNot", "is not"),
    IN("In", "in"),
    NOT_IN("NotIn", "not in");

    private final String astName;
    private final String symbol;

    CmpOp(String astName, String symbol) {
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
