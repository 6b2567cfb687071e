package org.jabiru.modules.datetime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/**
 * What the constructor of timedelta adds up: ints exactly, the fractions of floats apart, to be
 * rounded once (half to even).
 */
final class TimeDeltaSum {
    private static final String[] NAMES = {
        "days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"
    };

    /** Microseconds of each of {@link #NAMES}. */
    private static final long[] FACTORS = {
        86_400_000_000L, 1_000_000, 1, 1_000, 60_000_000, 3_600_000_000L, 604_800_000_000L
    };

    /** The order in which fractions are added. */
    private static final int[] ORDER = {2, 3, 1, 4, 5, 0, 6};

    private static final ConstructorArguments ARGUMENTS =
            new ConstructorArguments("__new__", 0, 7, NAMES);

    private BigInteger whole = BigInteger.ZERO;
    private double fraction;

    private TimeDeltaSum() {}

    static PyTimeDelta make(PyType type, Object[] args, PyDict keywords) {
        Object[] values = ARGUMENTS.bind(args, keywords);
        TimeDeltaSum sum = new TimeDeltaSum();
        for (int i : ORDER) {
            if (values[i] != null) {
                sum.add(NAMES[i], values[i], FACTORS[i]);
            }
        }
        return PyTimeDelta.ofMicroseconds(type, sum.rounded());
    }

    private void add(String name, Object value, long factor) {
        Object i = Numbers.intOrNull(value);
        if (i != null) {
            whole = whole.add(Numbers.big(i).multiply(BigInteger.valueOf(factor)));
        } else if (value instanceof Double d) {
            add(d, factor);
        } else if (value instanceof PyFloat f) {
            add(f.value, factor);
        } else {
            throw Errors.typeError(
                    "unsupported type for timedelta %s component: %s",
                    name, Types.of(value).name());
        }
    }

    private void add(double d, long factor) {
        if (Double.isNaN(d)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("cannot convert float infinity to integer");
        }
        double units = truncated(d);
        whole = whole.add(integer(units).multiply(BigInteger.valueOf(factor)));
        double rest = (d - units) * factor;
        double microseconds = truncated(rest);
        whole = whole.add(integer(microseconds));
        fraction += rest - microseconds;
    }

    private static double truncated(double d) {
        return d < 0 ? Math.ceil(d) : Math.floor(d);
    }

    private static BigInteger integer(double d) {
        return Math.abs(d) < 0x1p62
                ? BigInteger.valueOf((long) d)
                : new BigDecimal(d).toBigIntegerExact();
    }

    private BigInteger rounded() {
        if (fraction == 0) {
            return whole;
        }
        double nearest = Math.rint(fraction);
        if (Math.abs(nearest - fraction) == 0.5) {
            // Half: what must be even is the sum.
            double odd = whole.testBit(0) ? 1 : 0;
            nearest = 2 * awayFromZero((fraction + odd) * 0.5) - odd;
        }
        return whole.add(BigInteger.valueOf((long) nearest));
    }

    private static double awayFromZero(double d) {
        return Math.copySign(Math.floor(Math.abs(d) + 0.5), d);
    }
}
