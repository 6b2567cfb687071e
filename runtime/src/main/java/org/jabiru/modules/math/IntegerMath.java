package org.jabiru.modules.math;

import java.math.BigInteger;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;

/** The functions of math on ints. */
@BuiltinModule("math")
public final class IntegerMath {
    private IntegerMath() {}

    @Builtin("gcd(*integers)")
    static Object gcd(Object[] integers) {
        BigInteger result = BigInteger.ZERO;
        for (Object o : integers) {
            result = result.gcd(Numbers.big(Numbers.index(o)));
        }
        return Numbers.normalize(result);
    }

    @Builtin("lcm(*integers)")
    static Object lcm(Object[] integers) {
        BigInteger result = BigInteger.ONE;
        for (Object o : integers) {
            BigInteger i = Numbers.big(Numbers.index(o)).abs();
            result =
                    i.signum() == 0 || result.signum() == 0
                            ? BigInteger.ZERO
                            : result.divide(result.gcd(i)).multiply(i);
        }
        return Numbers.normalize(result);
    }

    @Builtin("isqrt(n, /)")
    static Object isqrt(Object n) {
        BigInteger i = Numbers.big(Numbers.index(n));
        if (i.signum() < 0) {
            throw Errors.valueError("isqrt() argument must be nonnegative");
        }
        return Numbers.normalize(i.sqrt());
    }

    @Builtin("factorial(n, /)")
    static Object factorial(Object n) {
        Object i = Numbers.index(n);
        if (IntArithmetic.isNegative(i)) {
            throw Errors.valueError("factorial() not defined for negative values");
        }
        if (!(i instanceof Long l) || l > Integer.MAX_VALUE) {
            throw Errors.overflowError("factorial() argument should not exceed %d", Long.MAX_VALUE);
        }
        return Numbers.normalize(product(2, l));
    }

    /** The product of the numbers from one to another, by halves. */
    private static BigInteger product(long from, long to) {
        if (to < from) {
            return BigInteger.ONE;
        }
        if (to - from < 8) {
            BigInteger p = BigInteger.valueOf(from);
            for (long i = from + 1; i <= to; i++) {
                p = p.multiply(BigInteger.valueOf(i));
            }
            return p;
        }
        long middle = (from + to) >>> 1;
        return product(from, middle).multiply(product(middle + 1, to));
    }

    @Builtin("comb(n, k, /)")
    static Object comb(Object n, Object k) {
        BigInteger total = nonNegative(n, "n");
        BigInteger chosen = nonNegative(k, "k");
        if (chosen.compareTo(total) > 0) {
            return 0L;
        }
        BigInteger rest = total.subtract(chosen);
        long count = count(chosen.min(rest), "comb() result has too many digits");
        BigInteger[] parts = {falling(total, count), product(2, count)};
        return Numbers.normalize(parts[0].divide(parts[1]));
    }

    @Builtin("perm(n, k=None, /)")
    static Object perm(Object n, Object k) {
        if (k == Singleton.NONE) {
            return factorial(n);
        }
        BigInteger total = nonNegative(n, "n");
        BigInteger chosen = nonNegative(k, "k");
        if (chosen.compareTo(total) > 0) {
            return 0L;
        }
        return Numbers.normalize(
                falling(total, count(chosen, "perm() result has too many digits")));
    }

    private static BigInteger nonNegative(Object o, String name) {
        BigInteger i = Numbers.big(Numbers.index(o));
        if (i.signum() < 0) {
            throw Errors.valueError("%s must be a non-negative integer", name);
        }
        return i;
    }

    private static long count(BigInteger k, String tooLarge) {
        if (k.bitLength() > 31) {
            throw Errors.overflowError(tooLarge);
        }
        return k.longValue();
    }

    /** n (n - 1) … of so many factors. */
    private static BigInteger falling(BigInteger n, long count) {
        if (n.bitLength() < 62) {
            long top = n.longValue();
            return count == 0 ? BigInteger.ONE : product(top - count + 1, top);
        }
        if (count <= 1) {
            return count == 0 ? BigInteger.ONE : n;
        }
        long half = count / 2;
        return falling(n, half)
                .multiply(falling(n.subtract(BigInteger.valueOf(half)), count - half));
    }
}
