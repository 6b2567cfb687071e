package org.jabiru.interop;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jabiru.modules.datetime.PyDate;
import org.jabiru.modules.datetime.PyDateTime;
import org.jabiru.modules.datetime.PyTime;
import org.jabiru.modules.datetime.PyTimeDelta;
import org.jabiru.modules.datetime.PyTimeZone;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;

/** The objects of {@code datetime} as Java's dates, times, zones and durations. */
final class Dates {
    private Dates() {}

    static boolean isTime(PyObject o) {
        return o instanceof PyTime || o instanceof PyDateTime;
    }

    /** Whether {@link #isTimeZone} is worth asking, for which Python code may run. */
    static boolean mayBeTimeZone(PyObject o) {
        return o instanceof PyTimeZone || o instanceof PyDateTime;
    }

    /** Whether the offset from UTC is known. */
    static boolean isTimeZone(PyObject o) {
        return o instanceof PyTimeZone || offsetOrNull(o) != null;
    }

    static LocalDate date(PyObject o) {
        PyDate d = (PyDate) o;
        return LocalDate.of(d.year, d.month, d.day);
    }

    static LocalTime time(PyObject o) {
        if (o instanceof PyDateTime t) {
            return LocalTime.of(t.hour, t.minute, t.second, t.microsecond * 1000);
        }
        PyTime t = (PyTime) o;
        return LocalTime.of(t.hour, t.minute, t.second, t.microsecond * 1000);
    }

    static ZoneId zone(PyObject o) {
        PyTimeDelta offset = o instanceof PyTimeZone z ? z.offset : offsetOrNull(o);
        return ZoneOffset.ofTotalSeconds(offset.days * 86_400 + offset.seconds);
    }

    /** The offset from UTC of a datetime; Java takes seconds only, and 18 hours at most. */
    private static PyTimeDelta offsetOrNull(PyObject o) {
        if (!(o instanceof PyDateTime t) || t.tzinfo == Singleton.NONE) {
            return null;
        }
        Object offset = Call.method(t, "utcoffset");
        return offset instanceof PyTimeDelta delta && fits(delta) ? delta : null;
    }

    private static boolean fits(PyTimeDelta delta) {
        return delta.microseconds == 0
                && Math.abs(delta.days * 86_400 + delta.seconds)
                        <= ZoneOffset.MAX.getTotalSeconds();
    }

    static Duration duration(PyTimeDelta d) {
        return Duration.ofSeconds(d.days * 86_400L + d.seconds, d.microseconds * 1000L);
    }
}
