package org.jabiru.modules.datetime;

import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** A {@code datetime.datetime}. */
public final class PyDateTime extends PyDate {
    public final int hour;
    public final int minute;
    public final int second;
    public final int microsecond;

    /** None or an instance of tzinfo; changed by {@code astimezone} only, in what it made. */
    public Object tzinfo;

    /** Changed once, after the constructor of a subclass, which need not take it. */
    public int fold;

    PyDateTime(
            PyType type,
            int year,
            int month,
            int day,
            int hour,
            int minute,
            int second,
            int micros,
            Object tzinfo,
            int fold) {
        super(type, year, month, day);
        this.hour = hour;
        this.minute = minute;
        this.second = second;
        this.microsecond = micros;
        this.tzinfo = tzinfo;
        this.fold = fold;
    }

    /** A datetime of that very type; ValueError, TypeError. */
    public static PyDateTime checked(
            PyType type,
            int year,
            int month,
            int day,
            int hour,
            int minute,
            int second,
            int micros,
            Object tzinfo,
            int fold) {
        Gregorian.check(year, month, day);
        Clock.check(hour, minute, second, micros, fold);
        Zone.check(tzinfo);
        return new PyDateTime(type, year, month, day, hour, minute, second, micros, tzinfo, fold);
    }

    boolean isAware() {
        return tzinfo != Singleton.NONE;
    }

    PyTimeDelta offset() {
        return Zone.utcOffset(tzinfo, this);
    }

    int secondsOfDay() {
        return Clock.seconds(hour, minute, second);
    }

    /** The same with another fold, of {@code datetime.datetime} itself. */
    PyDateTime withFold(int other) {
        return new PyDateTime(
                DateTimeType.TYPE,
                year,
                month,
                day,
                hour,
                minute,
                second,
                microsecond,
                tzinfo,
                other);
    }

    /** Compares the fields without regard to time zones. */
    int compareFields(PyDateTime other) {
        int sign = compareDay(other);
        if (sign == 0) {
            sign = Integer.compare(secondsOfDay(), other.secondsOfDay());
        }
        return sign != 0 ? sign : Integer.compare(microsecond, other.microsecond);
    }

    /** The difference of the fields, without regard to time zones. */
    PyTimeDelta since(PyDateTime other) {
        return PyTimeDelta.of(
                ordinal() - other.ordinal(),
                secondsOfDay() - other.secondsOfDay(),
                microsecond - other.microsecond);
    }

    /** The content as CPython keeps and pickles it, without fold. */
    @Override
    public byte[] state() {
        return new byte[] {
            (byte) (year >> 8),
            (byte) year,
            (byte) month,
            (byte) day,
            (byte) hour,
            (byte) minute,
            (byte) second,
            (byte) (microsecond >> 16),
            (byte) (microsecond >> 8),
            (byte) microsecond
        };
    }
}
