package org.jabiru.ast;

/** Whether an expression is read, assigned to or deleted. */
public enum ExprContext {
    LOAD("Load"),
    STORE("Store"),
    DEL("Del");

    private final String astName;

    ExprContext(String astName) {
        this.astName = astName;
    }

    /** The class of the manual's {@code ast} chapter. */
    public String astName() {
        return astName;
    }
}
