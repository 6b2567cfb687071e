package org.jabiru.builtins.floats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jabiru.builtins.complex.ComplexArithmetic;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.Str;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Numbers;

/** The operators of float on plain values. */
public final class FloatArithmetic {
    private FloatArithmetic() {}

    /** A float or int operand as Double; null for other types. OverflowError for a huge int. */
    public static Double operandOrNull(Object o) {
        if (o instanceof Double d) {
            return d;
        }
        if (o instanceof PyFloat f) {
            return f.value;
        }
        Object i = Numbers.intOrNull(o);
        return i == null ? null : (Double) Numbers.intToDouble(i);
    }

    /** {@code a / b}; ZeroDivisionError. */
    public static double divide(double a, double b) {
        if (b == 0) {
            throw Errors.zeroDivisionError("division by zero");
        }
        return a / b;
    }

    /** {@code a % b}, with the sign of b; ZeroDivisionError. */
    public static double modulo(double a, double b) {
        if (b == 0) {
            throw Errors.zeroDivisionError("division by zero");
        }
        double r = a % b;
        if (r == 0) {
            return Math.copySign(0.0, b);
        }
        return r < 0 != b < 0 ? r + b : r;
    }

    /** {@code a // b}; ZeroDivisionError. */
    public static double floorDivide(double a, double b) {
        if (b == 0) {
            throw Errors.zeroDivisionError("division by zero");
        }
        double r = a % b;
        double quotient = (a - r) / b;
        if (r != 0 && r < 0 != b < 0) {
            quotient -= 1.0;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1.0 : floor;
    }

    /** {@code a ** b}: a Double, or a complex number for a negative base and a fraction. */
    public static Object power(double a, double b) {
        if (b == 0 || a == 1) {
            return 1.0;
        }
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        if (Double.isInfinite(b)) {
            double magnitude = Math.abs(a);
            if (magnitude == 1) {
                return 1.0;
            }
            return b > 0 == magnitude > 1 ? Double.POSITIVE_INFINITY : 0.0;
        }
        boolean oddExponent = Math.abs(b % 2) == 1;
        if (Double.isInfinite(a)) {
            double magnitude = b > 0 ? Double.POSITIVE_INFINITY : 0.0;
            return oddExponent ? Math.copySign(magnitude, a) : magnitude;
        }
        if (a == 0) {
            if (b < 0) {
                throw Errors.zeroDivisionError("zero to a negative power");
            }
            return oddExponent ? a : 0.0;
        }
        if (a < 0 && b != Math.floor(b)) {
            return ComplexArithmetic.power(a, 0, b, 0);
        }
        double result = Math.pow(a, b);
        if (Double.isInfinite(result)) {
            throw Errors.of(
                    ExceptionTypes.OverflowError, 34L, Str.name("Numerical result out of range"));
        }
        return result;
    }

    /** {@code int(d)}: towards zero; ValueError for nan, OverflowError for infinity. */
    public static Object toInt(double d) {
        if (d >= -0x1p63 && d < 0x1p63) {
            return (long) d;
        }
        if (Double.isNaN(d)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("cannot convert float infinity to integer");
        }
        int exponent = Math.getExponent(d) - 52;
        long mantissa = Double.doubleToRawLongBits(d) & (1L << 52) - 1 | 1L << 52;
        BigInteger magnitude = BigInteger.valueOf(mantissa).shiftLeft(exponent);
        return Numbers.normalize(d < 0 ? magnitude.negate() : magnitude);
    }

    /** {@code round(d, digits)}: the decimal rounded half to even of the exact value. */
    public static double round(double d, Object digits) {
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            return d;
        }
        int n =
                digits instanceof Long l
                        ? (int) Math.clamp(l, -400, 400)
                        : ((BigInteger) digits).signum() * 400;
        // Beyond these, rounding changes nothing, or leaves nothing.
        if (n > 323) {
            return d;
        }
        if (n < -308 || d == 0) {
            return Math.copySign(0.0, d);
        }
        double rounded = new BigDecimal(d).setScale(n, RoundingMode.HALF_EVEN).doubleValue();
        if (Double.isInfinite(rounded)) {
            throw Errors.overflowError("rounded value too large to represent");
        }
        return rounded == 0 ? Math.copySign(0.0, d) : rounded;
    }

    /** {@code round(d)}: to the nearest int, half to even. */
    public static Object roundToInt(double d) {
        return toInt(Double.isFinite(d) ? Math.rint(d) : d);
    }

    /** {@code d.as_integer_ratio()}: numerator and denominator. */
    public static Object[] integerRatio(double d) {
        if (Double.isNaN(d)) {
            throw Errors.valueError("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("cannot convert Infinity to integer ratio");
        }
        if (d == 0) {
            return new Object[] {0L, 1L};
        }
        int exponent = Math.max(Math.getExponent(d), Double.MIN_EXPONENT) - 52;
        long bits = Double.doubleToRawLongBits(d);
        long mantissa = bits & (1L << 52) - 1;
        if (Math.abs(d) >= Double.MIN_NORMAL) {
            mantissa |= 1L << 52;
        }
        int zeros = Long.numberOfTrailingZeros(mantissa);
        mantissa >>= zeros;
        exponent += zeros;
        BigInteger numerator = BigInteger.valueOf(d < 0 ? -mantissa : mantissa);
        BigInteger denominator = BigInteger.ONE;
        if (exponent > 0) {
            numerator = numerator.shiftLeft(exponent);
        } else {
            denominator = denominator.shiftLeft(-exponent);
        }
        return new Object[] {Numbers.normalize(numerator), Numbers.normalize(denominator)};
    }

    /** {@code d op other} for a float or int on the right, or null for another type. */
    public static Boolean compareOrNull(Comparison.Op op, double d, Object other) {
        if (other instanceof Double e) {
            return compare(op, d, e);
        }
        if (other instanceof PyFloat f) {
            return compare(op, d, f.value);
        }
        Object i = Numbers.intOrNull(other);
        if (i == null) {
            return null;
        }
        if (Double.isNaN(d)) {
            return op == Comparison.Op.NE;
        }
        return op.holds(compareWithInt(d, i));
    }

    private static boolean compare(Comparison.Op op, double a, double b) {
        return switch (op) {
            case LT -> a < b;
            case LE -> a <= b;
            case EQ -> a == b;
            case NE -> a != b;
            case GT -> a > b;
            case GE -> a >= b;
        };
    }

    /** Exact comparison of a number with an int. */
    private static int compareWithInt(double d, Object i) {
        if (i instanceof Long l && l > -(1L << 53) && l < 1L << 53) {
            return Double.compare(d + 0.0, (double) l);
        }
        if (Double.isInfinite(d)) {
            return d > 0 ? 1 : -1;
        }
        return new BigDecimal(d).compareTo(new BigDecimal(Numbers.big(i)));
    }
}
