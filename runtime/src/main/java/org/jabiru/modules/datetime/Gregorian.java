package org.jabiru.modules.datetime;

import org.jabiru.object.Errors;

/** The proleptic Gregorian calendar; the first of January of year 1 is day 1. */
final class Gregorian {
    static final int MIN_YEAR = 1;
    static final int MAX_YEAR = 9999;

    /** The ordinal of the last day of {@link #MAX_YEAR}. */
    static final int MAX_ORDINAL = 3652059;

    private static final int DAYS_IN_400_YEARS = 146097;
    private static final int DAYS_IN_100_YEARS = 36524;
    private static final int DAYS_IN_4_YEARS = 1461;
    private static final int[] BEFORE_MONTH = {
        0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
    };

    /** Year, month and day. */
    record Day(int year, int month, int day) {}

    private Gregorian() {}

    static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int daysInMonth(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : BEFORE_MONTH[month + 1] - BEFORE_MONTH[month];
    }

    static int daysBeforeMonth(int year, int month) {
        return BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0);
    }

    static int daysBeforeYear(int year) {
        int y = year - 1;
        return y * 365 + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400);
    }

    static int ordinal(int year, int month, int day) {
        return daysBeforeYear(year) + daysBeforeMonth(year, month) + day;
    }

    /** The day of an ordinal, which is 1 at least. */
    static Day of(int ordinal) {
        int n = ordinal - 1;
        int year = n / DAYS_IN_400_YEARS * 400 + 1;
        n %= DAYS_IN_400_YEARS;
        // The last day of a leap year ends a cycle whose length the divisions do not know.
        int centuries = Math.min(n / DAYS_IN_100_YEARS, 3);
        n -= centuries * DAYS_IN_100_YEARS;
        int fours = n / DAYS_IN_4_YEARS;
        n -= fours * DAYS_IN_4_YEARS;
        int ones = Math.min(n / 365, 3);
        n -= ones * 365;
        year += centuries * 100 + fours * 4 + ones;
        int month = n / 31 + 1;
        if (month < 12 && daysBeforeMonth(year, month + 1) <= n) {
            month++;
        }
        return new Day(year, month, n - daysBeforeMonth(year, month) + 1);
    }

    /** Monday is 0. */
    static int weekday(int year, int month, int day) {
        return Math.floorMod(ordinal(year, month, day) + 6, 7);
    }

    /** The ordinal of the Monday that begins week 1: the one of the year's first Thursday. */
    static int firstMonday(int year) {
        int first = ordinal(year, 1, 1);
        int weekday = Math.floorMod(first + 6, 7);
        return first - weekday + (weekday > 3 ? 7 : 0);
    }

    /** The day of an ISO week date (ISO 8601); ValueError. */
    static Day ofIsoWeek(int year, int week, int weekday) {
        checkYear(year);
        if (week < 1 || week > 52) {
            int first = weekday(year, 1, 1);
            if (week != 53 || !(first == 3 || first == 2 && isLeap(year))) {
                throw Errors.valueError("Invalid week: %d", week);
            }
        }
        if (weekday < 1 || weekday > 7) {
            throw Errors.valueError("Invalid weekday: %d (range is [1, 7])", weekday);
        }
        int ordinal = firstMonday(year) + (week - 1) * 7 + weekday - 1;
        return ordinal < 1 ? new Day(0, 12, 31 + ordinal) : of(ordinal);
    }

    /** The day of an ordinal that arithmetic gave; OverflowError outside the range of dates. */
    static Day normalized(long ordinal) {
        if (ordinal < 1 || ordinal > MAX_ORDINAL) {
            throw Errors.overflowError("date value out of range");
        }
        return of((int) ordinal);
    }

    private static void checkYear(int year) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            throw Errors.valueError("year must be in 1..9999, not %d", year);
        }
    }

    /** ValueError for what is no day. */
    static void check(int year, int month, int day) {
        checkYear(year);
        if (month < 1 || month > 12) {
            throw Errors.valueError("month must be in 1..12, not %d", month);
        }
        int last = daysInMonth(year, month);
        if (day < 1 || day > last) {
            throw Errors.valueError(
                    "day %d must be in range 1..%d for month %d in year %d",
                    day, last, month, year);
        }
    }
}
