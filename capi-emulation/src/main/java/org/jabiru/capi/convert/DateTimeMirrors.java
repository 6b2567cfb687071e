package org.jabiru.capi.convert;

import org.jabiru.capi.memory.Memory;
import org.jabiru.modules.datetime.PyDate;
import org.jabiru.modules.datetime.PyDateTime;
import org.jabiru.modules.datetime.PyTime;
import org.jabiru.modules.datetime.PyTimeDelta;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** The memory of dates, times and durations, which the macros of datetime.h read. */
final class DateTimeMirrors {
    private static final int HASH = 16;
    private static final int HAS_TZINFO = 24;
    private static final int DATA = 25;
    private static final int TIME_FOLD = 31;
    private static final int TIME_TZINFO = 32;
    private static final int DATETIME_FOLD = 35;
    private static final int DATETIME_TZINFO = 40;
    private static final int DAYS = 24;
    private static final int SECONDS = 28;
    private static final int MICROSECONDS = 32;

    private DateTimeMirrors() {}

    /** Fills in the fields; nothing for an object of another type. */
    static void write(Crossing crossing, PyObject o, long p) {
        switch (o) {
            case PyDateTime dt -> {
                state(p, dt.state());
                Memory.putLong(p + DATETIME_TZINFO, zone(crossing, p, dt.tzinfo));
                writeFold(dt, p);
            }
            case PyDate d -> state(p, d.state());
            case PyTime t -> {
                state(p, t.state());
                Memory.putLong(p + TIME_TZINFO, zone(crossing, p, t.tzinfo));
                writeFold(t, p);
            }
            case PyTimeDelta d -> {
                Memory.putLong(p + HASH, -1);
                Memory.putInt(p + DAYS, d.days);
                Memory.putInt(p + SECONDS, d.seconds);
                Memory.putInt(p + MICROSECONDS, d.microseconds);
            }
            default -> {}
        }
    }

    /** What may change after an instance of a subclass was made. */
    static void writeFold(PyObject o, long p) {
        if (o instanceof PyDateTime dt) {
            Memory.putByte(p + DATETIME_FOLD, (byte) dt.fold);
        } else if (o instanceof PyTime t) {
            Memory.putByte(p + TIME_FOLD, (byte) t.fold);
        }
    }

    /** What CPython's _zoneinfo sets in a datetime that it has got. */
    static void readFold(PyDateTime dt, long p) {
        dt.fold = Memory.getByte(p + DATETIME_FOLD);
    }

    private static void state(long p, byte[] state) {
        Memory.putLong(p + HASH, -1);
        Memory.putBytes(p + DATA, state, 0, state.length);
    }

    /** A borrowed reference: Java's object keeps its time zone alive. */
    private static long zone(Crossing crossing, long p, Object tzinfo) {
        if (tzinfo == Singleton.NONE) {
            return 0;
        }
        Memory.putByte(p + HAS_TZINFO, (byte) 1);
        return crossing.toBorrowed(tzinfo);
    }
}
