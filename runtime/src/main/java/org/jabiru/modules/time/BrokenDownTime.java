package org.jabiru.modules.time;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** C's struct tm: seconds, minutes, hours, day, month (0…11), year - 1900, weekday (0: Sunday)… */
public final class BrokenDownTime {
    static final StructSequenceType TYPE =
            StructSequenceType.of(
                    "time.struct_time",
                    9,
                    "tm_year",
                    "tm_mon",
                    "tm_mday",
                    "tm_hour",
                    "tm_min",
                    "tm_sec",
                    "tm_wday",
                    "tm_yday",
                    "tm_isdst",
                    "tm_zone",
                    "tm_gmtoff");

    private static final int SIZE = 64;
    private static final int OFFSET = 40;
    private static final int ZONE = 48;
    private static final String DAYS = "SunMonTueWedThuFriSat";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /** tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst. */
    private final int[] fields = new int[9];

    private long offset;
    private String zone = "";

    private BrokenDownTime() {}

    /** What gmtime_r or localtime_r make of a time. */
    public static BrokenDownTime of(String function, long seconds) {
        try (NativeMemory memory = new NativeMemory()) {
            long tm = memory.zeroed(SIZE);
            if (Libc.call(function, memory.number(seconds), tm) == 0) {
                throw OsErrors.last();
            }
            BrokenDownTime t = new BrokenDownTime();
            t.read(tm);
            return t;
        }
    }

    private void read(long tm) {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = NativeMemory.intAt(tm + i * 4L);
        }
        offset = NativeMemory.longAt(tm + OFFSET);
        long name = NativeMemory.pointerAt(tm + ZONE);
        zone = name == 0 ? "" : new String(NativeMemory.stringAt(name), StandardCharsets.UTF_8);
    }

    /** A tuple or struct_time that Python code gave. */
    static BrokenDownTime fromTuple(String function, Object given) {
        if (!(given instanceof PyTuple tuple)) {
            throw Errors.typeError("Tuple or struct_time argument required");
        }
        if (tuple.size() != 9) {
            throw Errors.typeError("%s(): illegal time tuple argument", function);
        }
        BrokenDownTime t = new BrokenDownTime();
        int year = Args.toInt(tuple.get(0));
        if (year < Integer.MIN_VALUE + 1900) {
            throw Errors.overflowError("year out of range");
        }
        t.fields[5] = year - 1900;
        t.fields[4] = Args.toInt(tuple.get(1)) - 1;
        t.fields[3] = Args.toInt(tuple.get(2));
        t.fields[2] = Args.toInt(tuple.get(3));
        t.fields[1] = Args.toInt(tuple.get(4));
        t.fields[0] = Args.toInt(tuple.get(5));
        t.fields[6] = (Args.toInt(tuple.get(6)) + 1) % 7;
        t.fields[7] = Args.toInt(tuple.get(7)) - 1;
        t.fields[8] = Args.toInt(tuple.get(8));
        if (given instanceof PyStructSequence s && s.type() == TYPE.type) {
            t.zone = s.field(9) instanceof TruffleString z ? Str.java(z) : "";
            t.offset = s.field(10) instanceof Long l ? l : 0;
        }
        return t;
    }

    /** Makes zero months and days into first ones; ValueError for what is out of range. */
    BrokenDownTime checked() {
        fields[4] = range(fields[4] == -1 ? 0 : fields[4], 0, 11, "month");
        fields[3] = range(fields[3] == 0 ? 1 : fields[3], 1, 31, "day of month");
        range(fields[2], 0, 23, "hour");
        range(fields[1], 0, 59, "minute");
        range(fields[0], 0, 61, "seconds");
        if (fields[6] < 0) {
            throw Errors.valueError("day of week out of range");
        }
        fields[7] = range(fields[7] == -1 ? 0 : fields[7], 0, 365, "day of year");
        return this;
    }

    private static int range(int value, int min, int max, String what) {
        if (value < min || value > max) {
            throw Errors.valueError("%s out of range", what);
        }
        return value;
    }

    MemorySegment toNative(NativeMemory memory) {
        MemorySegment tm = memory.allocate(SIZE);
        for (int i = 0; i < fields.length; i++) {
            tm.set(ValueLayout.JAVA_INT, i * 4L, fields[i]);
        }
        if (zone.isEmpty() && fields[8] >= -1) {
            // The C library names the zone from the daylight saving flag.
            BrokenDownTime local = fields[8] < 0 ? null : zoneOf(fields[8] > 0);
            offset = local == null ? 0 : local.offset;
            zone = local == null ? "" : local.zone;
        }
        tm.set(ValueLayout.JAVA_LONG, OFFSET, offset);
        tm.set(ValueLayout.JAVA_LONG, ZONE, memory.string(zone.getBytes(StandardCharsets.UTF_8)));
        return tm;
    }

    private static BrokenDownTime zoneOf(boolean daylight) {
        long now = System.currentTimeMillis() / 1000;
        BrokenDownTime t = of("localtime_r", now);
        if (t.fields[8] > 0 != daylight) {
            BrokenDownTime other = of("localtime_r", now + 182L * 24 * 3600);
            return other.fields[8] > 0 == daylight ? other : t;
        }
        return t;
    }

    double toSeconds() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment tm = toNative(memory);
            // Stays -1 only when mktime failed.
            tm.set(ValueLayout.JAVA_INT, 24, -1);
            long seconds = Libc.call("mktime", tm.address());
            if (seconds == -1 && tm.get(ValueLayout.JAVA_INT, 24) == -1) {
                throw Errors.raise(ExceptionTypes.OverflowError, "mktime argument out of range");
            }
            return seconds;
        }
    }

    public int year() {
        return fields[5] + 1900;
    }

    /** January is 1. */
    public int month() {
        return fields[4] + 1;
    }

    public int day() {
        return fields[3];
    }

    public int hour() {
        return fields[2];
    }

    public int minute() {
        return fields[1];
    }

    public int second() {
        return fields[0];
    }

    /** How far it is ahead of UTC, in seconds. */
    public long offset() {
        return offset;
    }

    /** The abbreviation of the time zone. */
    public String zone() {
        return zone;
    }

    Object result() {
        return TYPE.make(
                fields[5] + 1900L,
                fields[4] + 1L,
                (long) fields[3],
                (long) fields[2],
                (long) fields[1],
                (long) fields[0],
                (fields[6] + 6L) % 7,
                fields[7] + 1L,
                (long) fields[8],
                zone.isEmpty() ? Singleton.NONE : Str.of(zone),
                offset);
    }

    Object asctime() {
        StringBuilder out = new StringBuilder();
        out.append(DAYS, fields[6] * 3, fields[6] * 3 + 3).append(' ');
        out.append(MONTHS, fields[4] * 3, fields[4] * 3 + 3).append(' ');
        out.append(fields[3] < 10 ? " " : "").append(fields[3]).append(' ');
        two(out, fields[2]).append(':');
        two(out, fields[1]).append(':');
        two(out, fields[0]).append(' ');
        return Str.of(out.append(fields[5] + 1900).toString());
    }

    private static StringBuilder two(StringBuilder out, int n) {
        return out.append(n < 10 ? "0" : "").append(n);
    }
}
