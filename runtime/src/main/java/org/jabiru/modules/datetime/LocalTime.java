package org.jabiru.modules.datetime;

import org.jabiru.modules.time.BrokenDownTime;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/**
 * Local time and what belongs to it: the C library's, so that TZ and {@code time.tzset} count.
 *
 * <p>Local seconds are counted from the beginning of day 0, as if there were no time zones.
 */
final class LocalTime {
    /** Local seconds of 1970-01-01. */
    private static final long EPOCH = Gregorian.ordinal(1970, 1, 1) * 86_400L;

    /** Clocks are never put back by more. */
    private static final long MAX_FOLD = 24 * 3600;

    private final BrokenDownTime tm;

    private LocalTime(BrokenDownTime tm) {
        this.tm = tm;
    }

    static LocalTime of(long timestamp) {
        return new LocalTime(BrokenDownTime.of("localtime_r", timestamp));
    }

    static LocalTime inUtc(long timestamp) {
        return new LocalTime(BrokenDownTime.of("gmtime_r", timestamp));
    }

    Object date(PyType cls) {
        return Instances.date(cls, tm.year(), tm.month(), tm.day());
    }

    private int second() {
        // Leap seconds are not represented.
        return Math.min(tm.second(), 59);
    }

    private long localSeconds() {
        return localSeconds(tm.year(), tm.month(), tm.day(), tm.hour(), tm.minute(), second());
    }

    private static long localSeconds(
            int year, int month, int day, int hour, int minute, int second) {
        if (year < Gregorian.MIN_YEAR || year > Gregorian.MAX_YEAR) {
            throw Errors.valueError("year must be in 1..9999, not %d", year);
        }
        return Gregorian.ordinal(year, month, day) * 86_400L + Clock.seconds(hour, minute, second);
    }

    /** The local seconds at a moment, which is given in seconds since the beginning of day 0. */
    private static long local(long moment) {
        return of(moment - EPOCH).localSeconds();
    }

    /** The moment as a datetime of the class, with its fold if that is local time. */
    static Object dateTime(PyType cls, Timestamp at, boolean local, Object tzinfo) {
        LocalTime t = local ? of(at.seconds()) : inUtc(at.seconds());
        int fold = local && tzinfo == Singleton.NONE ? t.fold(at.seconds()) : 0;
        return Instances.dateTime(
                cls,
                new Gregorian.Day(t.tm.year(), t.tm.month(), t.tm.day()),
                t.tm.hour(),
                t.tm.minute(),
                t.second(),
                at.microseconds(),
                tzinfo,
                fold);
    }

    private int fold(long timestamp) {
        long here = localSeconds();
        long before = local(EPOCH + timestamp - MAX_FOLD);
        long transition = here - before - MAX_FOLD;
        return transition < 0 && local(EPOCH + timestamp + transition) == here ? 1 : 0;
    }

    /** The timestamp of a datetime that is in local time; PEP 495 explains the fold. */
    static long timestamp(PyDateTime dt) {
        long wanted = localSeconds(dt.year, dt.month, dt.day, dt.hour, dt.minute, dt.second);
        long offset = local(wanted) - wanted;
        long moment = wanted - offset;
        long shown = local(moment);
        long otherOffset;
        if (shown == wanted) {
            // The other moment, if there is one, is on the other side of a transition.
            long across = dt.fold == 1 ? moment + MAX_FOLD : moment - MAX_FOLD;
            otherOffset = local(across) - across;
            if (otherOffset == offset) {
                return moment - EPOCH;
            }
        } else {
            otherOffset = shown - moment;
        }
        long otherMoment = wanted - otherOffset;
        if (local(otherMoment) == wanted) {
            return otherMoment - EPOCH;
        }
        if (shown == wanted) {
            return moment - EPOCH;
        }
        // Clocks never show it: fold says from which side to count.
        boolean earlier = dt.fold == 1;
        return (earlier ? Math.min(moment, otherMoment) : Math.max(moment, otherMoment)) - EPOCH;
    }

    /**
     * The time zone of a datetime that is in local time: in a gap, that of the gap's other side.
     */
    static PyTimeZone zone(PyDateTime dt) {
        long moment = timestamp(dt);
        long other = timestamp(dt.withFold(1 - dt.fold));
        boolean gap = other != moment && other > moment == (dt.fold == 1);
        return zone(gap ? other : moment);
    }

    /** The time zone that local time has at a moment. */
    static PyTimeZone zone(long timestamp) {
        BrokenDownTime tm = of(timestamp).tm;
        return PyTimeZone.of(PyTimeDelta.of(0, tm.offset(), 0), Str.of(tm.zone()));
    }
}
