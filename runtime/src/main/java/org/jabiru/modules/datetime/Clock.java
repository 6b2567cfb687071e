package org.jabiru.modules.datetime;

import org.jabiru.object.Errors;

/** The fields of a time of day. */
final class Clock {
    static final int SECONDS_PER_DAY = 86_400;
    static final int MICROSECONDS = 1_000_000;

    private Clock() {}

    /** ValueError for what is no time of day. */
    static void check(int hour, int minute, int second, int microsecond, int fold) {
        check("hour", hour, 23);
        check("minute", minute, 59);
        check("second", second, 59);
        check("microsecond", microsecond, 999_999);
        checkFold(fold);
    }

    private static void check(String name, int value, int max) {
        if (value < 0 || value > max) {
            throw Errors.valueError("%s must be in 0..%d, not %d", name, max, value);
        }
    }

    static void checkFold(int fold) {
        if (fold != 0 && fold != 1) {
            throw Errors.valueError("fold must be either 0 or 1, not %d", fold);
        }
    }

    static int seconds(int hour, int minute, int second) {
        return (hour * 60 + minute) * 60 + second;
    }
}
