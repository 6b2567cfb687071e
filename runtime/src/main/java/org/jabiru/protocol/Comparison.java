package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.ThreadState;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** Rich comparison (Data model, {@code object.__lt__}). */
public final class Comparison {
    /** The six operators. */
    public enum Op {
        LT("<", "__lt__"),
        LE("<=", "__le__"),
        EQ("==", "__eq__"),
        NE("!=", "__ne__"),
        GT(">", "__gt__"),
        GE(">=", "__ge__");

        public final String symbol;
        public final String method;

        Op(String symbol, String method) {
            this.symbol = symbol;
            this.method = method;
        }

        /** The operator with its operands exchanged. */
        public Op swapped() {
            return switch (this) {
                case LT -> GT;
                case LE -> GE;
                case GT -> LT;
                case GE -> LE;
                default -> this;
            };
        }

        /** The answer for the sign of a three-way comparison. */
        public boolean holds(int sign) {
            return switch (this) {
                case LT -> sign < 0;
                case LE -> sign <= 0;
                case EQ -> sign == 0;
                case NE -> sign != 0;
                case GT -> sign > 0;
                case GE -> sign >= 0;
            };
        }
    }

    private Comparison() {}

    /** {@code a op b}; the result may be any object. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object compare(Op op, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return op.holds(Long.compare(x, y));
        }
        PyType left = Types.of(a);
        PyType right = Types.of(b);
        boolean rightTried = false;
        if (left != right && right.isSubtype(left)) {
            rightTried = true;
            Object result = attempt(op.swapped(), b, a, right);
            if (result != Singleton.NOT_IMPLEMENTED) {
                return result;
            }
        }
        Object result = attempt(op, a, b, left);
        if (result != Singleton.NOT_IMPLEMENTED) {
            return result;
        }
        if (!rightTried) {
            result = attempt(op.swapped(), b, a, right);
            if (result != Singleton.NOT_IMPLEMENTED) {
                return result;
            }
        }
        return switch (op) {
            case EQ -> same(a, b);
            case NE -> !same(a, b);
            default ->
                    throw Errors.typeError(
                            "'%s' not supported between instances of '%s' and '%s'",
                            op.symbol, left.name(), right.name());
        };
    }

    private static Object attempt(Op op, Object a, Object b, PyType type) {
        Object method = op == Op.EQ ? type.special().eq : type.lookup(op.method);
        if (method == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (!Descriptors.isPlainMethod(method)) {
            try {
                method = Descriptors.get(method, a, type);
            } catch (PyException e) {
                // As CPython: what a descriptor raises counts as a missing method.
                return Singleton.NOT_IMPLEMENTED;
            }
            return Call.call(method, b);
        }
        ThreadState thread = Nesting.enter(" in comparison");
        try {
            return Call.callUnbound(method, a, new Object[] {b}, JavaCallable.NO_KEYWORDS);
        } finally {
            thread.nesting--;
        }
    }

    /** {@code a is b}: equal values of immutable value types count as the same object. */
    public static boolean same(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Long x) {
            return b instanceof Long y && x.longValue() == y.longValue();
        }
        if (a instanceof Boolean x) {
            return b instanceof Boolean y && x.booleanValue() == y.booleanValue();
        }
        if (a instanceof Double x) {
            return b instanceof Double y
                    && Double.doubleToRawLongBits(x) == Double.doubleToRawLongBits(y);
        }
        if (a instanceof TruffleString x) {
            return b instanceof TruffleString y && Str.length(x) <= 1 && Str.equal(x, y);
        }
        return false;
    }

    /** {@code a is b or a == b}: what containers mean by equal (PyObject_RichCompareBool). */
    public static boolean sameOrEqual(Object a, Object b) {
        return same(a, b) || equal(a, b);
    }

    /** {@code bool(a == b)}. */
    public static boolean equal(Object a, Object b) {
        if (a instanceof TruffleString x && b instanceof TruffleString y) {
            return Str.equal(x, y);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        return Truth.isTrue(compare(Op.EQ, a, b));
    }

    /** {@code bool(a < b)}. */
    public static boolean less(Object a, Object b) {
        return Truth.isTrue(compare(Op.LT, a, b));
    }
}
