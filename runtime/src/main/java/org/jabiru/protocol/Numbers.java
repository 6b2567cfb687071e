package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyInt;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;

/** The numeric protocol: conversions, and the dispatch of operators to special methods. */
public final class Numbers {
    private Numbers() {}

    /** A Long when the value fits, the BigInteger otherwise: the form every int must have. */
    public static Object normalize(BigInteger i) {
        return i.bitLength() < 64 ? (Object) i.longValue() : i;
    }

    /** An int value (Long or BigInteger) as a BigInteger. */
    public static BigInteger big(Object intValue) {
        return intValue instanceof BigInteger b ? b : BigInteger.valueOf((Long) intValue);
    }

    /**
     * The value of an int, bool or instance of an int subclass as Long or BigInteger, or null when
     * it is no int.
     */
    public static Object intOrNull(Object o) {
        if (o instanceof Long || o instanceof BigInteger) {
            return o;
        }
        if (o instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        return o instanceof PyInt i ? i.value : null;
    }

    /** {@code operator.index(o)} as Long or BigInteger. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object index(Object o) {
        Object known = intOrNull(o);
        if (known != null) {
            return known;
        }
        Object method = Types.of(o).special().index;
        if (method == null) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer", Types.of(o).name());
        }
        Object result = Call.callUnbound(method, o, new Object[0], null);
        known = intOrNull(result);
        if (known == null) {
            throw Errors.typeError("__index__ returned non-int (type %s)", Types.of(result).name());
        }
        warnOfSubclass(result, "__index__", "int");
        return known;
    }

    /** Warns when a conversion method returned an instance of a subclass; Java's own are exact. */
    public static void warnOfSubclass(Object result, String method, String type) {
        if (result instanceof Boolean || result instanceof PyObject) {
            Warnings.warn(
                    ExceptionTypes.DeprecationWarning,
                    String.format(
                            "%s returned non-%s (type %s).  The ability to return an instance of a"
                                    + " strict subclass of %s is deprecated, and may be removed"
                                    + " in a future version of Python.",
                            method, type, Types.of(result).name(), type),
                    1);
        }
    }

    /** Whether {@code operator.index} accepts it. */
    public static boolean isIndex(Object o) {
        return intOrNull(o) != null || Types.of(o).special().index != null;
    }

    /** Whether it is a number, or converts to one (PyNumber_Check). */
    public static boolean isNumber(Object o) {
        return isIndex(o)
                || o instanceof Double
                || o instanceof PyFloat
                || o instanceof PyComplex
                || Types.of(o).lookup("__int__") != null
                || Types.of(o).lookup("__float__") != null;
    }

    /** An index into a sequence; values outside 64 bits become the nearest (for slices). */
    public static long clampedIndex(Object o) {
        Object i = index(o);
        if (i instanceof BigInteger b) {
            return b.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return (Long) i;
    }

    /** A count or size; OverflowError outside 64 bits. */
    public static long indexForCount(Object o) {
        return index(o, ExceptionTypes.OverflowError);
    }

    /** An index into a sequence; IndexError outside 64 bits. */
    public static long indexForItem(Object o) {
        return index(o, ExceptionTypes.IndexError);
    }

    private static long index(Object o, PyType error) {
        Object i = index(o);
        if (i instanceof BigInteger) {
            throw Errors.raise(
                    error, "cannot fit '%s' into an index-sized integer", Types.of(o).name());
        }
        return (Long) i;
    }

    /** {@code float(o)} for a number: {@code __float__}, then {@code __index__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static double toDouble(Object o) {
        if (o instanceof Double d) {
            return d;
        }
        return o instanceof PyFloat f ? f.value : convertToDouble(o);
    }

    /**
     * The float that {@code __float__} or {@code __index__} gives, also of instances of subclasses
     * of float; TypeError.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static double convertToDouble(Object o) {
        if (!(o instanceof PyInt)) {
            Object plain = intOrNull(o);
            if (plain != null) {
                return intToDouble(plain);
            }
        }
        Object result = Call.specialOrNull(o, "__float__");
        if (result instanceof Double d) {
            return d;
        }
        if (result instanceof PyFloat f) {
            warnOfSubclass(result, Types.of(o).name() + ".__float__", "float");
            return f.value;
        }
        if (result != null) {
            throw Errors.typeError(
                    "%s.__float__ returned non-float (type %s)",
                    Types.of(o).name(), Types.of(result).name());
        }
        if (isIndex(o)) {
            return intToDouble(index(o));
        }
        throw Errors.typeError("must be real number, not %s", Types.of(o).name());
    }

    /** An int as the nearest double; OverflowError when too large. */
    @TruffleBoundary
    public static double intToDouble(Object intValue) {
        if (intValue instanceof Long l) {
            return l;
        }
        double d = ((BigInteger) intValue).doubleValue();
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("int too large to convert to float");
        }
        return d;
    }

    /** {@code a op b}, or {@code a op= b}. */
    public static Object binary(BinaryOp op, Object a, Object b, boolean inPlace) {
        return inPlace ? inPlace(op, a, b) : binary(op, a, b);
    }

    /** {@code a op b} through {@code __op__} and {@code __rop__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object binary(BinaryOp op, Object a, Object b) {
        Object known = FastNumbers.binaryOrNull(op, a, b);
        if (known != null) {
            return known;
        }
        Object result = binaryOrNotImplemented(op, a, b);
        if (result == Singleton.NOT_IMPLEMENTED) {
            throw op.unsupported(a, b, false);
        }
        return result;
    }

    /** As {@link #binary}, with NotImplemented instead of TypeError. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object binaryOrNotImplemented(BinaryOp op, Object a, Object b) {
        PyType left = Types.of(a);
        PyType right = Types.of(b);
        Object method = left.lookup(op.method);
        Object reflected = left == right ? null : right.lookup(op.reflected);
        if (reflected != null && right.isSubtype(left) && reflected != left.lookup(op.reflected)) {
            Object result = Call.callUnbound(reflected, b, new Object[] {a}, null);
            if (result != Singleton.NOT_IMPLEMENTED) {
                return result;
            }
            reflected = null;
        }
        if (reflected != null && isConcatenation(op, method) && !isConcatenation(op, reflected)) {
            Object result = Call.callUnbound(reflected, b, new Object[] {a}, null);
            if (result != Singleton.NOT_IMPLEMENTED) {
                return result;
            }
            reflected = null;
        }
        if (method != null) {
            Object result = Call.callUnbound(method, a, new Object[] {b}, null);
            if (result != Singleton.NOT_IMPLEMENTED) {
                return result;
            }
        }
        return reflected == null
                ? Singleton.NOT_IMPLEMENTED
                : Call.callUnbound(reflected, b, new Object[] {a}, null);
    }

    /**
     * Whether the method found for {@code +} or {@code *} is that of a builtin sequence, which
     * comes after the number protocol of both operands.
     */
    private static boolean isConcatenation(BinaryOp op, Object method) {
        return (op == BinaryOp.ADD || op == BinaryOp.MUL)
                && method instanceof PyMethodDescriptor m
                && m.owner.concatenates;
    }

    /** {@code a op= b}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object inPlace(BinaryOp op, Object a, Object b) {
        Object known = FastNumbers.binaryOrNull(op, a, b);
        if (known != null) {
            return known;
        }
        Object method = Types.of(a).lookup(op.inPlace);
        if (method != null && isConcatenation(op, method) && Types.of(a) != Types.of(b)) {
            Object reflected = Types.of(b).lookup(op.reflected);
            if (reflected != null && !isConcatenation(op, reflected)) {
                Object result = Call.callUnbound(reflected, b, new Object[] {a}, null);
                if (result != Singleton.NOT_IMPLEMENTED) {
                    return result;
                }
            }
        }
        if (method != null) {
            Object result = Call.callUnbound(method, a, new Object[] {b}, null);
            if (result != Singleton.NOT_IMPLEMENTED) {
                return result;
            }
        }
        Object own = Types.of(a).lookup(op.method);
        Object result;
        if (op == BinaryOp.MUL
                && !isConcatenation(op, own)
                && Sequences.hasSequenceSlots(Types.of(a))
                && isConcatenation(op, Types.of(b).lookup(op.reflected))) {
            // CPython asks the right sequence only when the left operand has no sequence slots.
            result =
                    own == null
                            ? Singleton.NOT_IMPLEMENTED
                            : Call.callUnbound(own, a, new Object[] {b}, null);
        } else {
            result = binaryOrNotImplemented(op, a, b);
        }
        if (result == Singleton.NOT_IMPLEMENTED) {
            throw op.unsupported(a, b, true);
        }
        return result;
    }

    /** {@code -o}, {@code +o}, {@code ~o}: the special method, TypeError without. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object unary(String symbol, String method, Object o) {
        Object found = Types.of(o).lookup(method);
        if (found == null) {
            throw Errors.typeError(
                    "bad operand type for unary %s: '%s'", symbol, Types.of(o).name());
        }
        return Call.callUnbound(found, o, new Object[0], null);
    }
}
