package org.jabiru.protocol;

import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Types;

/** The binary operators and their special methods (Data model, Emulating numeric types). */
public enum BinaryOp {
    ADD("+", "add"),
    SUB("-", "sub"),
    MUL("*", "mul"),
    MATMUL("@", "matmul"),
    TRUEDIV("/", "truediv"),
    FLOORDIV("//", "floordiv"),
    MOD("%", "mod"),
    DIVMOD("divmod()", "divmod"),
    POW("** or pow()", "pow"),
    LSHIFT("<<", "lshift"),
    RSHIFT(">>", "rshift"),
    AND("&", "and"),
    XOR("^", "xor"),
    OR("|", "or");

    public final String symbol;
    public final String method;
    public final String reflected;
    public final String inPlace;

    BinaryOp(String symbol, String name) {
        this.symbol = symbol;
        this.method = "__" + name + "__";
        this.reflected = "__r" + name + "__";
        this.inPlace = "__i" + name + "__";
    }

    /** The TypeError for operands that do not support the operator. */
    public PyException unsupported(Object a, Object b, boolean assignment) {
        String shown = assignment ? (this == POW ? "**=" : symbol + "=") : symbol;
        return Errors.typeError(
                "unsupported operand type(s) for %s: '%s' and '%s'",
                shown, Types.of(a).name(), Types.of(b).name());
    }
}
