package org.jabiru.protocol;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.object.Str;

/** Operators on plain int, float and str values, without a look-up of special methods. */
public final class FastNumbers {
    private FastNumbers() {}

    /** {@code a op b}, or null when the operands are not plain values that it knows. */
    public static Object binaryOrNull(BinaryOp op, Object a, Object b) {
        if (a instanceof Long || a instanceof BigInteger) {
            if (b instanceof Long || b instanceof BigInteger) {
                return ints(op, a, b);
            }
            return a instanceof Long x && b instanceof Double y ? floats(op, (double) x, y) : null;
        }
        if (a instanceof Double x) {
            if (b instanceof Double y) {
                return floats(op, x, y);
            }
            return b instanceof Long y ? floats(op, x, (double) y) : null;
        }
        if (op == BinaryOp.ADD && a instanceof TruffleString x && b instanceof TruffleString y) {
            return Str.concat(x, y);
        }
        return null;
    }

    private static Object ints(BinaryOp op, Object a, Object b) {
        return switch (op) {
            case ADD -> IntArithmetic.add(a, b);
            case SUB -> IntArithmetic.subtract(a, b);
            case MUL -> IntArithmetic.multiply(a, b);
            case TRUEDIV -> IntArithmetic.trueDivide(a, b);
            case FLOORDIV -> IntArithmetic.floorDivide(a, b);
            case MOD -> IntArithmetic.modulo(a, b);
            case POW -> IntArithmetic.power(a, b);
            case LSHIFT -> IntArithmetic.shiftLeft(a, b);
            case RSHIFT -> IntArithmetic.shiftRight(a, b);
            case AND -> IntArithmetic.and(a, b);
            case OR -> IntArithmetic.or(a, b);
            case XOR -> IntArithmetic.xor(a, b);
            default -> null;
        };
    }

    private static Object floats(BinaryOp op, double x, double y) {
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case TRUEDIV -> FloatArithmetic.divide(x, y);
            case FLOORDIV -> FloatArithmetic.floorDivide(x, y);
            case MOD -> FloatArithmetic.modulo(x, y);
            case POW -> FloatArithmetic.power(x, y);
            default -> null;
        };
    }
}
