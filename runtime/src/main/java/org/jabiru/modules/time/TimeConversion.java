package org.jabiru.modules.time;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyFloat;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/** Times in seconds, as Python has them, in the units of C; CPython's private pytime.h. */
public final class TimeConversion {
    /** How a time is rounded that the unit cannot hold; numbered as in CPython. */
    public enum Rounding {
        FLOOR,
        CEILING,
        HALF_EVEN,
        /** Away from zero, as timeouts are. */
        UP;

        double round(double x) {
            return switch (this) {
                case FLOOR -> Math.floor(x);
                case CEILING -> Math.ceil(x);
                case HALF_EVEN -> Math.rint(x);
                case UP -> x >= 0 ? Math.ceil(x) : Math.floor(x);
            };
        }
    }

    private static final long NANOS = 1_000_000_000L;

    private TimeConversion() {}

    /** Seconds (an int or a float) as nanoseconds; OverflowError when there are too many. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static long nanoseconds(Object seconds, Rounding rounding) {
        if (isFloat(seconds)) {
            double d = number(seconds);
            if (!fits(d)) {
                throw outOfRange();
            }
            double nanos = rounding.round(d * 1e9);
            if (!fits(nanos)) {
                throw tooLarge();
            }
            return (long) nanos;
        }
        if (!Numbers.isIndex(seconds) && Types.of(seconds).lookup("__float__") == null) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer or float",
                    Types.of(seconds).name());
        }
        if (!Numbers.isIndex(seconds)) {
            return nanoseconds(Numbers.toDouble(seconds), rounding);
        }
        Object whole = Numbers.index(seconds);
        if (whole instanceof BigInteger || Math.abs((Long) whole) > Long.MAX_VALUE / NANOS) {
            throw tooLarge();
        }
        return (Long) whole * NANOS;
    }

    /** Seconds as a whole number of them. */
    public static long seconds(Object seconds, Rounding rounding) {
        if (!isFloat(seconds)) {
            return whole(seconds);
        }
        double rounded = rounding.round(number(seconds));
        if (!fits(rounded)) {
            throw outOfRange();
        }
        return (long) rounded;
    }

    /** Whole seconds, and the rest in a unit of which a second has so many. */
    public static long[] parts(Object seconds, long units, Rounding rounding) {
        if (!isFloat(seconds)) {
            if (!Numbers.isIndex(seconds)) {
                throw Errors.typeError(
                        "argument must be int or float, not %s", Types.of(seconds).name());
            }
            return new long[] {whole(seconds), 0};
        }
        double d = number(seconds);
        double whole = d < 0 ? Math.ceil(d) : Math.floor(d);
        double rest = rounding.round((d - whole) * units);
        if (rest >= units) {
            rest -= units;
            whole++;
        } else if (rest < 0) {
            rest += units;
            whole--;
        }
        if (!fits(whole)) {
            throw outOfRange();
        }
        return new long[] {(long) whole, (long) rest};
    }

    /** The quotient of a time by the nanoseconds that a larger unit has. */
    public static long divided(long nanos, long unit, Rounding rounding) {
        long quotient = nanos / unit;
        long rest = nanos % unit;
        long twice = 2 * Math.abs(rest);
        boolean away =
                switch (rounding) {
                    case FLOOR -> rest < 0;
                    case CEILING -> rest > 0;
                    case HALF_EVEN -> twice > unit || twice == unit && (quotient & 1) != 0;
                    case UP -> rest != 0;
                };
        return away ? quotient + Long.signum(nanos) : quotient;
    }

    private static boolean isFloat(Object o) {
        return o instanceof Double || o instanceof PyFloat;
    }

    private static double number(Object o) {
        double d = Numbers.toDouble(o);
        if (Double.isNaN(d)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        return d;
    }

    private static long whole(Object o) {
        if (Numbers.index(o) instanceof Long l) {
            return l;
        }
        throw outOfRange();
    }

    private static boolean fits(double d) {
        return d >= -0x1p63 && d < 0x1p63;
    }

    private static PyException outOfRange() {
        return Errors.overflowError("timestamp out of range for platform time_t");
    }

    private static PyException tooLarge() {
        return Errors.overflowError("timestamp too large to convert to C PyTime_t");
    }
}
