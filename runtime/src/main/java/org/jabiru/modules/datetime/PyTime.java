package org.jabiru.modules.datetime;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** A {@code datetime.time}. */
public final class PyTime extends PyObject {
    public final int hour;
    public final int minute;
    public final int second;
    public final int microsecond;

    /** None or an instance of tzinfo. */
    public final Object tzinfo;

    /** Changed once, after the constructor of a subclass, which need not take it. */
    public int fold;

    PyTime(PyType type, int hour, int minute, int second, int micros, Object tzinfo, int fold) {
        super(type);
        this.hour = hour;
        this.minute = minute;
        this.second = second;
        this.microsecond = micros;
        this.tzinfo = tzinfo;
        this.fold = fold;
    }

    /** A time of that very type; ValueError, TypeError. */
    public static PyTime checked(
            PyType type, int hour, int minute, int second, int micros, Object tzinfo, int fold) {
        Clock.check(hour, minute, second, micros, fold);
        Zone.check(tzinfo);
        return new PyTime(type, hour, minute, second, micros, tzinfo, fold);
    }

    boolean isAware() {
        return tzinfo != Singleton.NONE;
    }

    PyTimeDelta offset() {
        return Zone.utcOffset(tzinfo, Singleton.NONE);
    }

    int seconds() {
        return Clock.seconds(hour, minute, second);
    }

    int compareClock(PyTime other) {
        int sign = Integer.compare(seconds(), other.seconds());
        return sign != 0 ? sign : Integer.compare(microsecond, other.microsecond);
    }

    /** The content as CPython keeps and pickles it, without fold. */
    public byte[] state() {
        return new byte[] {
            (byte) hour,
            (byte) minute,
            (byte) second,
            (byte) (microsecond >> 16),
            (byte) (microsecond >> 8),
            (byte) microsecond
        };
    }
}
