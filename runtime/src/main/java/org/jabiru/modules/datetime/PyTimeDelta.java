package org.jabiru.modules.datetime;

import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code datetime.timedelta}: days of any sign, seconds and microseconds within the day. */
public final class PyTimeDelta extends PyObject implements Comparable<PyTimeDelta> {
    static final int MAX_DAYS = 999_999_999;

    private static final long MICROSECONDS_PER_DAY =
            (long) Clock.SECONDS_PER_DAY * Clock.MICROSECONDS;
    private static final BigInteger BIG_DAY = BigInteger.valueOf(MICROSECONDS_PER_DAY);

    public final int days;
    public final int seconds;
    public final int microseconds;

    private PyTimeDelta(PyType type, int days, int seconds, int microseconds) {
        super(type);
        this.days = days;
        this.seconds = seconds;
        this.microseconds = microseconds;
    }

    static PyTimeDelta zero(PyType type) {
        return new PyTimeDelta(type, 0, 0, 0);
    }

    /** A timedelta whose seconds and microseconds are in range already; OverflowError. */
    public static PyTimeDelta exact(PyType type, long days, int seconds, int microseconds) {
        if (days < -MAX_DAYS || days > MAX_DAYS) {
            throw Errors.overflowError("days=%d; must have magnitude <= %d", days, MAX_DAYS);
        }
        return new PyTimeDelta(type, (int) days, seconds, microseconds);
    }

    /** A timedelta of parts of any size. */
    public static PyTimeDelta of(PyType type, long days, long seconds, long microseconds) {
        long s = seconds + Math.floorDiv(microseconds, Clock.MICROSECONDS);
        return exact(
                type,
                days + Math.floorDiv(s, Clock.SECONDS_PER_DAY),
                Math.floorMod(s, Clock.SECONDS_PER_DAY),
                Math.floorMod(microseconds, Clock.MICROSECONDS));
    }

    /** As {@link #of(PyType, long, long, long)}, of {@code datetime.timedelta} itself. */
    static PyTimeDelta of(long days, long seconds, long microseconds) {
        return of(TimeDeltaType.TYPE, days, seconds, microseconds);
    }

    /** The timedelta of so many microseconds; OverflowError. */
    static PyTimeDelta ofMicroseconds(PyType type, BigInteger microseconds) {
        if (microseconds.bitLength() < 64) {
            return of(type, 0, 0, microseconds.longValue());
        }
        BigInteger[] parts = microseconds.divideAndRemainder(BIG_DAY);
        long rest = parts[1].longValue();
        BigInteger days = rest < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        if (days.bitLength() > 31) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        return of(type, days.longValue(), 0, Math.floorMod(rest, MICROSECONDS_PER_DAY));
    }

    /** All of it in microseconds. */
    BigInteger inMicroseconds() {
        long withinDay = (long) seconds * Clock.MICROSECONDS + microseconds;
        return Math.abs(days) < 100_000_000
                ? BigInteger.valueOf(days * MICROSECONDS_PER_DAY + withinDay)
                : BigInteger.valueOf(days).multiply(BIG_DAY).add(BigInteger.valueOf(withinDay));
    }

    boolean isZero() {
        return days == 0 && seconds == 0 && microseconds == 0;
    }

    PyTimeDelta plus(PyTimeDelta other, int sign) {
        return of(
                (long) days + sign * other.days,
                seconds + sign * other.seconds,
                microseconds + sign * other.microseconds);
    }

    PyTimeDelta negated() {
        return of(-(long) days, -seconds, -microseconds);
    }

    /** Whether it is more than -24 and less than 24 hours, as the offset of a time zone must be. */
    boolean isWithinDay() {
        return days == 0 || days == -1 && (seconds != 0 || microseconds != 0);
    }

    /** Whether both are as long; null stands for no offset. */
    static boolean same(PyTimeDelta a, PyTimeDelta b) {
        return a == b || a != null && b != null && a.compareTo(b) == 0;
    }

    @Override
    public int compareTo(PyTimeDelta other) {
        int sign = Integer.compare(days, other.days);
        if (sign == 0) {
            sign = Integer.compare(seconds, other.seconds);
        }
        return sign != 0 ? sign : Integer.compare(microseconds, other.microseconds);
    }
}
