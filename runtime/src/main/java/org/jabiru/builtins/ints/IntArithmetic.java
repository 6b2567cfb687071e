package org.jabiru.builtins.ints;

import java.math.BigInteger;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Numbers;

/**
 * The operators of int on plain values: each operand is a Long or a BigInteger, and so is the
 * result (a Double for true division and negative powers).
 */
public final class IntArithmetic {
    private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

    private IntArithmetic() {}

    /** {@code a + b}. */
    public static Object add(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long r = x + y;
            if (((x ^ r) & (y ^ r)) >= 0) {
                return r;
            }
        }
        return Numbers.normalize(Numbers.big(a).add(Numbers.big(b)));
    }

    /** {@code a - b}. */
    public static Object subtract(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long r = x - y;
            if (((x ^ y) & (x ^ r)) >= 0) {
                return r;
            }
        }
        return Numbers.normalize(Numbers.big(a).subtract(Numbers.big(b)));
    }

    /** {@code a * b}. */
    public static Object multiply(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long low = x * y;
            if (Math.multiplyHigh(x, y) == low >> 63) {
                return low;
            }
        }
        try {
            return Numbers.normalize(Numbers.big(a).multiply(Numbers.big(b)));
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    /** {@code a // b}; ZeroDivisionError. */
    public static Object floorDivide(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            if (y == 0) {
                throw zeroDivision();
            }
            if (y != -1 || x != Long.MIN_VALUE) {
                return Math.floorDiv(x, y);
            }
        }
        return divideAndModulo(a, b)[0];
    }

    /** {@code a % b}, with the sign of b; ZeroDivisionError. */
    public static Object modulo(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            if (y == 0) {
                throw zeroDivision();
            }
            return Math.floorMod(x, y);
        }
        return divideAndModulo(a, b)[1];
    }

    /** {@code divmod(a, b)}; ZeroDivisionError. */
    public static Object[] divideAndModulo(Object a, Object b) {
        if (a instanceof Long && b instanceof Long y && y != -1) {
            return new Object[] {floorDivide(a, b), modulo(a, b)};
        }
        BigInteger divisor = Numbers.big(b);
        if (divisor.signum() == 0) {
            throw zeroDivision();
        }
        BigInteger[] both = Numbers.big(a).divideAndRemainder(divisor);
        if (both[1].signum() != 0 && both[1].signum() != divisor.signum()) {
            both[0] = both[0].subtract(BigInteger.ONE);
            both[1] = both[1].add(divisor);
        }
        return new Object[] {Numbers.normalize(both[0]), Numbers.normalize(both[1])};
    }

    /** {@code a / b}, correctly rounded; ZeroDivisionError, OverflowError. */
    public static double trueDivide(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && isExact(x) && isExact(y)) {
            if (y == 0) {
                throw zeroDivision();
            }
            return (double) x / (double) y;
        }
        BigInteger n = Numbers.big(a);
        BigInteger d = Numbers.big(b);
        if (d.signum() == 0) {
            throw zeroDivision();
        }
        double magnitude = divideMagnitudes(n.abs(), d.abs());
        return n.signum() < 0 != d.signum() < 0 ? -magnitude : magnitude;
    }

    private static boolean isExact(long l) {
        return l >= -(1L << 53) && l <= 1L << 53;
    }

    /** The quotient with a sticky last bit and at least two bits more than the result has. */
    private static double divideMagnitudes(BigInteger n, BigInteger d) {
        if (n.signum() == 0) {
            return 0.0;
        }
        int difference = n.bitLength() - d.bitLength();
        if (difference > Double.MAX_EXPONENT + 1) {
            throw quotientTooLarge();
        }
        if (difference < -1080) {
            return 0.0;
        }
        int shift = Math.min(66 - difference, 1076);
        BigInteger[] both =
                shift >= 0
                        ? n.shiftLeft(shift).divideAndRemainder(d)
                        : n.divideAndRemainder(d.shiftLeft(-shift));
        BigInteger q = both[1].signum() != 0 ? both[0].setBit(0) : both[0];
        double result;
        if (q.bitLength() < 55) {
            // subnormal: round half to even in units of 2**-1074
            long bits = q.longValue();
            long units = bits >> 2;
            long rest = bits & 3;
            if (rest > 2 || rest == 2 && (units & 1) != 0) {
                units++;
            }
            result = units * Double.MIN_VALUE;
        } else {
            double scaled = q.doubleValue();
            // In two steps: 2**-shift alone may be out of range.
            result = Math.scalb(Math.scalb(scaled, -shift / 2), -shift - -shift / 2);
        }
        if (Double.isInfinite(result)) {
            throw quotientTooLarge();
        }
        return result;
    }

    /** {@code a ** b}: an int, or a Double for a negative exponent. */
    public static Object power(Object a, Object b) {
        if (Numbers.big(b).signum() < 0) {
            return FloatArithmetic.power(Numbers.intToDouble(a), Numbers.intToDouble(b));
        }
        if (a instanceof Long x) {
            if (x == 0 || x == 1) {
                return b.equals(0L) ? (Object) 1L : a;
            }
            if (x == -1) {
                return b instanceof Long y && (y & 1) == 0
                                || b instanceof BigInteger big && !big.testBit(0)
                        ? 1L
                        : -1L;
            }
        }
        if (!(b instanceof Long exponent) || exponent > Integer.MAX_VALUE) {
            throw tooLarge();
        }
        try {
            return Numbers.normalize(Numbers.big(a).pow(exponent.intValue()));
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    /** {@code pow(a, b, modulus)}; the result has the sign of the modulus. */
    public static Object power(Object a, Object b, Object modulus) {
        BigInteger m = Numbers.big(modulus);
        if (m.signum() == 0) {
            throw Errors.valueError("pow() 3rd argument cannot be 0");
        }
        BigInteger exponent = Numbers.big(b);
        BigInteger positive = m.abs();
        BigInteger base = Numbers.big(a);
        if (exponent.signum() < 0) {
            try {
                base = base.modInverse(positive);
            } catch (ArithmeticException e) {
                throw Errors.valueError("base is not invertible for the given modulus");
            }
            exponent = exponent.negate();
        }
        BigInteger r = base.modPow(exponent, positive);
        if (m.signum() < 0 && r.signum() != 0) {
            r = r.add(m);
        }
        return Numbers.normalize(r);
    }

    /** {@code a << b}; ValueError for a negative count. */
    public static Object shiftLeft(Object a, Object b) {
        if (isNegative(b)) {
            throw Errors.valueError("negative shift count");
        }
        if (a.equals(0L)) {
            return 0L;
        }
        if (!(b instanceof Long count)) {
            throw Errors.overflowError("too many digits in integer");
        }
        if (a instanceof Long x && count < 64) {
            long r = x << count;
            if (r >> count == x) {
                return r;
            }
        }
        if (count > Integer.MAX_VALUE) {
            throw tooLarge();
        }
        try {
            return Numbers.normalize(Numbers.big(a).shiftLeft(count.intValue()));
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    /** {@code a >> b}; ValueError for a negative count. */
    public static Object shiftRight(Object a, Object b) {
        if (isNegative(b)) {
            throw Errors.valueError("negative shift count");
        }
        if (a instanceof Long x) {
            return b instanceof Long count && count < 64 ? x >> count : x < 0 ? -1L : 0L;
        }
        BigInteger x = (BigInteger) a;
        if (b instanceof Long count && count <= Integer.MAX_VALUE) {
            return Numbers.normalize(x.shiftRight(count.intValue()));
        }
        return x.signum() < 0 ? -1L : 0L;
    }

    /** {@code a & b}. */
    public static Object and(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? (Object) (x & y)
                : Numbers.normalize(Numbers.big(a).and(Numbers.big(b)));
    }

    /** {@code a | b}. */
    public static Object or(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? (Object) (x | y)
                : Numbers.normalize(Numbers.big(a).or(Numbers.big(b)));
    }

    /** {@code a ^ b}. */
    public static Object xor(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? (Object) (x ^ y)
                : Numbers.normalize(Numbers.big(a).xor(Numbers.big(b)));
    }

    /** {@code -a}. */
    public static Object negate(Object a) {
        return a instanceof Long x && x != Long.MIN_VALUE
                ? (Object) (-x)
                : Numbers.normalize(Numbers.big(a).negate());
    }

    /** {@code ~a}. */
    public static Object invert(Object a) {
        return a instanceof Long x ? (Object) (~x) : ((BigInteger) a).not();
    }

    /** {@code abs(a)}. */
    public static Object absolute(Object a) {
        return isNegative(a) ? negate(a) : a;
    }

    /** Whether a is below 0. */
    public static boolean isNegative(Object a) {
        return a instanceof Long x ? x < 0 : ((BigInteger) a).signum() < 0;
    }

    /** Negative, 0 or positive as a is less than, equal to or greater than b. */
    public static int compare(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? Long.compare(x, y)
                : Numbers.big(a).compareTo(Numbers.big(b));
    }

    /** Rounds to a multiple of 10**-digits (digits below 0), half to even. */
    public static Object round(Object a, Object digits) {
        if (!isNegative(digits)) {
            return a;
        }
        // A power of ten with more digits than twice the number rounds it to 0.
        if (!(digits instanceof Long n) || -n > Numbers.big(a).bitLength() / 3L + 2) {
            return 0L;
        }
        BigInteger value = Numbers.big(a);
        BigInteger unit = BigInteger.TEN.pow((int) -n);
        BigInteger[] both = value.divideAndRemainder(unit);
        int half = both[1].abs().shiftLeft(1).compareTo(unit);
        if (half > 0 || half == 0 && both[0].testBit(0)) {
            both[0] = both[0].add(value.signum() < 0 ? MINUS_ONE : BigInteger.ONE);
        }
        return Numbers.normalize(both[0].multiply(unit));
    }

    private static RuntimeException zeroDivision() {
        return Errors.zeroDivisionError("division by zero");
    }

    private static RuntimeException quotientTooLarge() {
        return Errors.overflowError("integer division result too large for a float");
    }

    // CPython: MemoryError (or an endless computation); here: OverflowError past 2**31 bits.
    private static RuntimeException tooLarge() {
        return Errors.overflowError("too many digits in integer");
    }
}
