package org.jabiru.modules.datetime;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code datetime.date}; {@link PyDateTime} adds the time. */
public class PyDate extends PyObject {
    public final int year;
    public final int month;
    public final int day;

    PyDate(PyType type, int year, int month, int day) {
        super(type);
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** A date of that very type; ValueError. */
    public static PyDate checked(PyType type, int year, int month, int day) {
        Gregorian.check(year, month, day);
        return new PyDate(type, year, month, day);
    }

    final int ordinal() {
        return Gregorian.ordinal(year, month, day);
    }

    final int weekday() {
        return Gregorian.weekday(year, month, day);
    }

    final int compareDay(PyDate other) {
        int sign = Integer.compare(year, other.year);
        if (sign == 0) {
            sign = Integer.compare(month, other.month);
        }
        return sign != 0 ? sign : Integer.compare(day, other.day);
    }

    /** The content as CPython keeps and pickles it. */
    public byte[] state() {
        return new byte[] {(byte) (year >> 8), (byte) year, (byte) month, (byte) day};
    }
}
