package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** What {@code fromisoformat} reads: most of ISO 8601's formats (library manual, datetime). */
final class IsoParser {
    /** A time of day as it stands in a text; the hour may be 24. */
    record Clocked(int hour, int minute, int second, int microsecond, Object tzinfo) {
        private boolean isMidnight() {
            return minute == 0 && second == 0 && microsecond == 0;
        }
    }

    /** A date and a time. */
    record Moment(Gregorian.Day day, Clocked time) {}

    /** The text is in none of the formats. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    private static final Clocked MIDNIGHT = new Clocked(0, 0, 0, 0, Singleton.NONE);

    private final int[] text;
    private int at;
    private int end;

    private IsoParser(int[] text, int at, int end) {
        this.text = text;
        this.at = at;
        this.end = end;
    }

    /** The str that the argument is; TypeError. */
    static TruffleString argument(Object o) {
        TruffleString text = Str.valueOrNull(o);
        if (text == null) {
            throw Errors.typeError("fromisoformat: argument must be str");
        }
        return text;
    }

    private static PyException invalid(TruffleString text) {
        return Errors.valueError("Invalid isoformat string: %s", Str.java(Repr.repr(text)));
    }

    /** The date that a text is; ValueError. */
    static Gregorian.Day date(TruffleString text) {
        int[] points = Str.codePoints(text);
        try {
            if (points.length != 7 && points.length != 8 && points.length != 10) {
                throw new Malformed();
            }
            return new IsoParser(points, 0, points.length).day();
        } catch (Malformed e) {
            throw invalid(text);
        }
    }

    /** The time that a text is; ValueError. */
    static Clocked time(TruffleString text) {
        int[] points = Str.codePoints(text);
        int from = points.length > 0 && points[0] == 'T' ? 1 : 0;
        try {
            Clocked t = new IsoParser(points, from, points.length).clock();
            if (t.hour != 24) {
                return t;
            }
            checkMidnight(t);
            return new Clocked(0, 0, 0, 0, t.tzinfo);
        } catch (Malformed e) {
            throw invalid(text);
        }
    }

    private static void checkMidnight(Clocked t) {
        if (!t.isMidnight()) {
            throw Errors.valueError("minute, second, and microsecond must be 0 when hour is 24");
        }
    }

    /** The date and time that a text is; ValueError. */
    static Moment moment(TruffleString text) {
        int[] points = Str.codePoints(text);
        try {
            if (points.length < 7) {
                throw new Malformed();
            }
            int separator = separator(points);
            Gregorian.Day day = new IsoParser(points, 0, separator).day();
            if (separator >= points.length) {
                return new Moment(day, MIDNIGHT);
            }
            Clocked t = new IsoParser(points, separator + 1, points.length).clock();
            return t.hour == 24 ? nextDay(day, t) : new Moment(day, t);
        } catch (Malformed e) {
            throw invalid(text);
        }
    }

    private static Moment nextDay(Gregorian.Day d, Clocked t) {
        if (d.month() < 1 || d.month() > 12) {
            return new Moment(d, t);
        }
        int last = Gregorian.daysInMonth(d.year(), d.month());
        if (d.day() > last) {
            return new Moment(d, t);
        }
        checkMidnight(t);
        Gregorian.Day next =
                d.day() < last
                        ? new Gregorian.Day(d.year(), d.month(), d.day() + 1)
                        : d.month() < 12
                                ? new Gregorian.Day(d.year(), d.month() + 1, 1)
                                : new Gregorian.Day(d.year() + 1, 1, 1);
        return new Moment(next, new Clocked(0, 0, 0, 0, t.tzinfo));
    }

    /** Where the date ends and the separator is, which may be any character. */
    private static int separator(int[] s) throws Malformed {
        if (s.length == 7) {
            return 7;
        }
        if (s[4] == '-') {
            if (s[5] != 'W') {
                return 10;
            }
            if (s.length <= 8 || s[8] != '-') {
                return 8;
            }
            if (s.length == 9) {
                throw new Malformed();
            }
            // A digit after the weekday means that the hyphen is the separator.
            return s.length > 10 && isDigit(s[10]) ? 8 : 10;
        }
        if (s[4] != 'W') {
            return 8;
        }
        int digits = 7;
        while (digits < s.length && isDigit(s[digits])) {
            digits++;
        }
        return digits < 9 ? digits : digits % 2 == 0 ? 7 : 8;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private int peek() {
        return at < text.length ? text[at] : -1;
    }

    private int number(int digits) throws Malformed {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            if (!isDigit(peek())) {
                throw new Malformed();
            }
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    private void expectHyphen(boolean separated) throws Malformed {
        if (separated && (at >= text.length || text[at++] != '-')) {
            throw new Malformed();
        }
    }

    private Gregorian.Day day() throws Malformed {
        int year = number(4);
        boolean separated = peek() == '-';
        at += separated ? 1 : 0;
        if (peek() == 'W') {
            at++;
            int week = number(2);
            int weekday = 1;
            if (at < end) {
                expectHyphen(separated);
                weekday = number(1);
            }
            try {
                return Gregorian.ofIsoWeek(year, week, weekday);
            } catch (PyException e) {
                throw new Malformed();
            }
        }
        int month = number(2);
        expectHyphen(separated);
        int day = number(2);
        // As CPython: what follows in a text of ten characters is not looked at.
        return new Gregorian.Day(year, month, day);
    }

    private Clocked clock() throws Malformed {
        for (int i = at; i < end; i++) {
            if (text[i] > 127) {
                throw new Malformed();
            }
        }
        int zone = at;
        while (zone < end && text[zone] != '+' && text[zone] != '-' && text[zone] != 'Z') {
            zone++;
        }
        IsoParser clock = new IsoParser(text, at, zone);
        int[] t = clock.fields();
        if (zone == end) {
            clock.expectEnd(end);
            return new Clocked(t[0], t[1], t[2], t[3], Singleton.NONE);
        }
        IsoParser offset = new IsoParser(text, zone + 1, end);
        int[] z = new int[4];
        if (text[zone] == 'Z') {
            offset.expectEnd(end);
        } else {
            z = offset.fields();
            offset.expectEnd(end);
        }
        int sign = text[zone] == '-' ? -1 : 1;
        int seconds = Clock.seconds(z[0], z[1], z[2]);
        // As CPython: less than a second counts as nothing.
        PyTimeDelta delta = PyTimeDelta.of(0, sign * seconds, sign * z[3]);
        PyTimeZone tzinfo = seconds == 0 ? TimeZoneType.UTC : PyTimeZone.of(delta, null);
        return new Clocked(t[0], t[1], t[2], t[3], tzinfo);
    }

    private void expectEnd(int wanted) throws Malformed {
        if (at != wanted) {
            throw new Malformed();
        }
    }

    /** Hour, minute, second, microsecond: HH[:MM[:SS[.ffffff...]]], all separators or none. */
    private int[] fields() throws Malformed {
        int[] out = new int[4];
        boolean separated = true;
        for (int i = 0; i < 3; i++) {
            out[i] = number(2);
            int next = at < end ? text[at++] : -1;
            if (i == 0) {
                separated = next == ':';
            }
            if (at >= end) {
                // One more character is one too many.
                at -= next == -1 ? 0 : 1;
                return out;
            }
            if (next == '.' || next == ',') {
                if (i < 2) {
                    throw new Malformed();
                }
                break;
            }
            if (separated && (next != ':' || i == 2)) {
                throw new Malformed();
            }
            at -= separated ? 0 : 1;
        }
        int digits = Math.min(end - at, 6);
        int fraction = number(digits);
        for (int i = digits; i < 6; i++) {
            fraction *= 10;
        }
        out[3] = fraction;
        while (isDigit(peek())) {
            at++;
        }
        return out;
    }
}
