package org.jabiru.modules.datetime;

import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.HashSecret;
import org.jabiru.protocol.Hashing;

/** Sums, differences, comparisons and hashes of datetimes and times. */
final class DateTimeArithmetic {
    private DateTimeArithmetic() {}

    /** {@code dt + sign * delta}, of the same class and time zone; OverflowError. */
    static Object plus(PyDateTime dt, PyTimeDelta delta, int sign) {
        long micros = dt.microsecond + (long) sign * delta.microseconds;
        long seconds =
                dt.secondsOfDay()
                        + (long) sign * delta.seconds
                        + Math.floorDiv(micros, Clock.MICROSECONDS);
        long ordinal =
                dt.ordinal()
                        + (long) sign * delta.days
                        + Math.floorDiv(seconds, Clock.SECONDS_PER_DAY);
        int second = Math.floorMod(seconds, Clock.SECONDS_PER_DAY);
        return Instances.dateTime(
                dt.type(),
                Gregorian.normalized(ordinal),
                second / 3600,
                second / 60 % 60,
                second % 60,
                Math.floorMod(micros, Clock.MICROSECONDS),
                dt.tzinfo,
                0);
    }

    /** {@code a - b}: of moments if their time zones differ; TypeError. */
    static PyTimeDelta difference(PyDateTime a, PyDateTime b) {
        if (a.tzinfo == b.tzinfo) {
            return a.since(b);
        }
        PyTimeDelta left = a.offset();
        PyTimeDelta right = b.offset();
        if (left == null != (right == null)) {
            throw Errors.typeError("can't subtract offset-naive and offset-aware datetimes");
        }
        PyTimeDelta fields = a.since(b);
        return PyTimeDelta.same(left, right) ? fields : fields.plus(left.plus(right, -1), -1);
    }

    private static RuntimeException mixed(String what) {
        return Errors.typeError("can't compare offset-naive and offset-aware %s", what);
    }

    static Object compare(Op op, PyDateTime a, Object other) {
        if (!(other instanceof PyDateTime b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (a.tzinfo == b.tzinfo) {
            return op.holds(a.compareFields(b));
        }
        PyTimeDelta left = a.offset();
        PyTimeDelta right = b.offset();
        boolean equality = op == Op.EQ || op == Op.NE;
        int sign;
        if (PyTimeDelta.same(left, right)) {
            sign = a.compareFields(b);
        } else if (left != null && right != null) {
            sign = a.since(b).plus(left.plus(right, -1), -1).compareTo(TimeDeltaType.ZERO);
        } else if (equality) {
            return op == Op.NE;
        } else {
            throw mixed("datetimes");
        }
        // PEP 495: what is in the problematic hour equals nothing of another zone.
        if (equality && sign == 0 && (dependsOnFold(a, left) || dependsOnFold(b, right))) {
            sign = 1;
        }
        return op.holds(sign);
    }

    private static boolean dependsOnFold(PyDateTime dt, PyTimeDelta offset) {
        return !PyTimeDelta.same(dt.withFold(1 - dt.fold).offset(), offset);
    }

    static Object compare(Op op, PyTime a, Object other) {
        if (!(other instanceof PyTime b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (a.tzinfo == b.tzinfo) {
            return op.holds(a.compareClock(b));
        }
        PyTimeDelta left = a.offset();
        PyTimeDelta right = b.offset();
        if (PyTimeDelta.same(left, right)) {
            return op.holds(a.compareClock(b));
        }
        if (left != null && right != null) {
            return op.holds(inUtc(a, left).compareTo(inUtc(b, right)));
        }
        if (op == Op.EQ || op == Op.NE) {
            return op == Op.NE;
        }
        throw mixed("times");
    }

    private static PyTimeDelta inUtc(PyTime t, PyTimeDelta offset) {
        return PyTimeDelta.of(0, t.seconds(), t.microsecond).plus(offset, -1);
    }

    /** Equal for equal moments, and for all folds. */
    static long hash(PyDateTime dt) {
        PyTimeDelta offset = (dt.fold == 1 ? dt.withFold(0) : dt).offset();
        if (offset == null) {
            return HashSecret.hash(dt.state(), 10);
        }
        PyTimeDelta moment =
                PyTimeDelta.of(dt.ordinal(), dt.secondsOfDay(), dt.microsecond).plus(offset, -1);
        return Hashing.hash(moment);
    }

    static long hash(PyTime t) {
        PyTimeDelta offset = t.offset();
        return offset == null ? HashSecret.hash(t.state(), 6) : Hashing.hash(inUtc(t, offset));
    }
}
