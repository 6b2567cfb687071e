package org.jabiru.modules.datetime;

import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/** A POSIX timestamp as whole seconds and microseconds, rounded half to even. */
record Timestamp(long seconds, int microseconds) {
    private static RuntimeException outOfRange() {
        return Errors.overflowError("timestamp out of range for platform time_t");
    }

    private static double checked(double d) {
        if (Double.isNaN(d)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        if (!(Math.abs(d) < 0x1p63)) {
            throw outOfRange();
        }
        return d;
    }

    private static Double floatOrNull(Object o) {
        return o instanceof Double d ? d : o instanceof PyFloat f ? f.value : null;
    }

    private static long whole(Object o) {
        Object i = Numbers.index(o);
        if (i instanceof BigInteger) {
            throw outOfRange();
        }
        return (Long) i;
    }

    /** The seconds below an int or float (as {@code time.localtime} takes it). */
    static long seconds(Object given) {
        Double d = floatOrNull(given);
        return d == null ? whole(given) : (long) Math.floor(checked(d));
    }

    static Timestamp of(Object given) {
        Double d = floatOrNull(given);
        if (d == null) {
            if (!Numbers.isIndex(given)) {
                throw Errors.typeError(
                        "argument must be int or float, not %s", Types.of(given).name());
            }
            return new Timestamp(whole(given), 0);
        }
        checked(d);
        double seconds = d < 0 ? Math.ceil(d) : Math.floor(d);
        double micros = Math.rint((d - seconds) * Clock.MICROSECONDS);
        if (micros < 0) {
            micros += Clock.MICROSECONDS;
            seconds -= 1;
        } else if (micros >= Clock.MICROSECONDS) {
            micros -= Clock.MICROSECONDS;
            seconds += 1;
        }
        return new Timestamp((long) checked(seconds), (int) micros);
    }

    static Timestamp now() {
        java.time.Instant now = java.time.Instant.now();
        return new Timestamp(now.getEpochSecond(), now.getNano() / 1000);
    }
}
