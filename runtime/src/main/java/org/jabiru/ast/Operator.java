package org.jabiru.ast;

/** The binary operators, also those of augmented assignment. */
public enum Operator {
    ADD("Add", "+"),
    SUB("Sub", "-"),
    MULT("Mult", "*"),
    MAT_MULT("MatMult", "@"),
    DIV("Div", "/"),
    MOD("Mod", "%"),
    POW("Pow", "**"),
    L_SHIFT("LShift", "<<"),
    R_SHIFT("RShift", ">>"),
    BIT_OR("BitOr", "|"),
    BIT_XOR("BitXor", "^"),
    BIT_AND("BitAnd", "&"),
    FLOOR_DIV("FloorDiv", "//");

    private final String astName;
    private final String symbol;

    Operator(String astName, String symbol) {
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
