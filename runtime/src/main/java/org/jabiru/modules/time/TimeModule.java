package org.jabiru.modules.time;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.imports.Imports;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.thread.Blocking;
import org.jabiru.modules.thread.PythonThreads;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/** The functions of {@code time}. */
@BuiltinModule("time")
public final class TimeModule {
    private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    private static final int CLOCK_THREAD_CPUTIME_ID = 3;

    private TimeModule() {}

    /** Adds constants and the type. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        d.put("struct_time", BrokenDownTime.TYPE.type);
        d.put("_STRUCT_TM_ITEMS", 11L);
        d.put("CLOCK_REALTIME", 0L);
        d.put("CLOCK_MONOTONIC", 1L);
        d.put("CLOCK_PROCESS_CPUTIME_ID", 2L);
        d.put("CLOCK_THREAD_CPUTIME_ID", 3L);
        d.put("CLOCK_MONOTONIC_RAW", 4L);
        d.put("CLOCK_BOOTTIME", 7L);
        d.put("CLOCK_TAI", 11L);
        TimeZone.fill(d);
    }

    // ---- clocks ----

    private static long clock(int id) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment t = memory.allocate(16);
            if (Libc.callInt("clock_gettime", id, t.address()) != 0) {
                throw OsErrors.last();
            }
            return t.get(ValueLayout.JAVA_LONG, 0) * 1_000_000_000L
                    + t.get(ValueLayout.JAVA_LONG, 8);
        }
    }

    @Builtin("time()")
    static double time() {
        return timeNs() / 1e9;
    }

    @Builtin("time_ns()")
    static long timeNs() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Builtin("monotonic()")
    static double monotonic() {
        return System.nanoTime() / 1e9;
    }

    @Builtin("monotonic_ns()")
    static long monotonicNs() {
        // On Linux this is CLOCK_MONOTONIC.
        return System.nanoTime();
    }

    @Builtin("perf_counter()")
    static double perfCounter() {
        return System.nanoTime() / 1e9;
    }

    @Builtin("perf_counter_ns()")
    static long perfCounterNs() {
        return System.nanoTime();
    }

    @Builtin("process_time()")
    static double processTime() {
        return clock(CLOCK_PROCESS_CPUTIME_ID) / 1e9;
    }

    @Builtin("process_time_ns()")
    static long processTimeNs() {
        return clock(CLOCK_PROCESS_CPUTIME_ID);
    }

    @Builtin("thread_time()")
    static double threadTime() {
        return clock(CLOCK_THREAD_CPUTIME_ID) / 1e9;
    }

    @Builtin("thread_time_ns()")
    static long threadTimeNs() {
        return clock(CLOCK_THREAD_CPUTIME_ID);
    }

    @Builtin("clock_gettime(clk_id, /)")
    static double clockGetTime(int id) {
        return clock(id) / 1e9;
    }

    @Builtin("clock_gettime_ns(clk_id, /)")
    static long clockGetTimeNs(int id) {
        return clock(id);
    }

    @Builtin(value = "clock_getres(clk_id, /)", shown = "none")
    static double clockGetResolution(int id) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment t = memory.allocate(16);
            if (Libc.callInt("clock_getres", id, t.address()) != 0) {
                throw OsErrors.last();
            }
            return t.get(ValueLayout.JAVA_LONG, 0) + t.get(ValueLayout.JAVA_LONG, 8) / 1e9;
        }
    }

    @Builtin(value = "clock_settime(clk_id, time, /)", shown = "none")
    static void clockSetTime(int id, double seconds) {
        clockSetTimeNs(id, (long) (seconds * 1e9));
    }

    @Builtin(value = "clock_settime_ns(clk_id, time, /)", shown = "none")
    static void clockSetTimeNs(int id, long nanos) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment t = memory.allocate(16);
            t.set(ValueLayout.JAVA_LONG, 0, Math.floorDiv(nanos, 1_000_000_000L));
            t.set(ValueLayout.JAVA_LONG, 8, Math.floorMod(nanos, 1_000_000_000L));
            if (Libc.callInt("clock_settime", id, t.address()) != 0) {
                throw OsErrors.last();
            }
        }
    }

    @Builtin(value = "get_clock_info(name, /)", shown = "none")
    static Object getClockInfo(TruffleString name) {
        String clock =
                switch (Str.java(name)) {
                    case "time" -> "CLOCK_REALTIME";
                    case "monotonic", "perf_counter" -> "CLOCK_MONOTONIC";
                    case "process_time" -> "CLOCK_PROCESS_CPUTIME_ID";
                    case "thread_time" -> "CLOCK_THREAD_CPUTIME_ID";
                    default -> throw Errors.valueError("unknown clock");
                };
        boolean real = clock.equals("CLOCK_REALTIME");
        return NamespaceType.make(
                "implementation",
                Str.of("clock_gettime(" + clock + ")"),
                "monotonic",
                !real,
                "adjustable",
                real,
                "resolution",
                1e-9);
    }

    @Builtin(value = "sleep(seconds, /)", shown = "($module, object, /)")
    static void sleep(Object seconds) {
        Audit.event("time.sleep", seconds);
        long nanos = TimeConversion.nanoseconds(seconds, TimeConversion.Rounding.UP);
        if (nanos < 0) {
            throw Errors.valueError("sleep length must be non-negative");
        }
        long end = System.nanoTime() + nanos;
        Blocking.run(() -> {
            long left = end - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            } else {
                Thread.yield();
            }
            return true;
        });
    }

    // ---- the calendar ----

    private static long seconds(Object given) {
        if (given == Singleton.NONE) {
            return Math.floorDiv(timeNs(), 1_000_000_000L);
        }
        if (given instanceof Double d) {
            if (d.isNaN()) {
                throw Errors.valueError("Invalid value NaN (not a number)");
            }
            double floor = Math.floor(d);
            if (!(Math.abs(floor) < 9.2e18)) {
                throw Errors.overflowError("timestamp out of range for platform time_t");
            }
            return (long) floor;
        }
        Object index = Numbers.index(given);
        if (index instanceof BigInteger) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        return (Long) index;
    }

    @Builtin(value = "gmtime(seconds=None, /)", shown = "none")
    static Object gmtime(Object seconds) {
        return BrokenDownTime.of("gmtime_r", seconds(seconds)).result();
    }

    @Builtin(value = "localtime(seconds=None, /)", shown = "none")
    static Object localtime(Object seconds) {
        return BrokenDownTime.of("localtime_r", seconds(seconds)).result();
    }

    @Builtin(value = "mktime(seconds, /)", shown = "($module, object, /)")
    static double mktime(Object time) {
        return BrokenDownTime.fromTuple("mktime", time).toSeconds();
    }

    @Builtin(value = "asctime(tuple=<unrepresentable>, /)", shown = "none")
    static Object asctime(Object time) {
        return (time == null
                        ? BrokenDownTime.of("localtime_r", seconds(Singleton.NONE))
                        : BrokenDownTime.fromTuple("asctime", time).checked())
                .asctime();
    }

    @Builtin(value = "ctime(seconds=None, /)", shown = "none")
    static Object ctime(Object seconds) {
        return BrokenDownTime.of("localtime_r", seconds(seconds)).asctime();
    }

    @Builtin(value = "strftime(format, tuple=<unrepresentable>, /)", shown = "none")
    static Object strftime(Object format, Object time) {
        TruffleString text = Str.valueOrNull(format);
        if (text == null) {
            throw Errors.typeError(
                    "strftime() argument 1 must be str, not %s", Types.nameForMessage(format));
        }
        BrokenDownTime t =
                time == null
                        ? BrokenDownTime.of("localtime_r", seconds(Singleton.NONE))
                        : BrokenDownTime.fromTuple("strftime", time).checked();
        if (Str.length(text) == 0) {
            return text;
        }
        int[] points = Str.codePoints(text);
        StrBuilder out = new StrBuilder();
        try (NativeMemory memory = new NativeMemory()) {
            long tm = t.toNative(memory).address();
            // The C library sees ASCII only: what it does to the rest depends on the locale.
            for (int at = 0; at < points.length; ) {
                int end = at;
                while (end < points.length && isPlain(points[end])) {
                    end++;
                }
                if (end > at) {
                    byte[] part = new byte[end - at];
                    for (int i = at; i < end; i++) {
                        part[i - at] = (byte) points[i];
                    }
                    out.append(format(memory, part, tm));
                }
                int rest = end;
                while (rest < points.length && !isPlain(points[rest])) {
                    rest++;
                }
                out.append(Str.ofCodePoints(points, end, rest));
                at = rest;
            }
        }
        return out.toStr();
    }

    private static boolean isPlain(int c) {
        return c > 0 && c < 128;
    }

    private static TruffleString format(NativeMemory memory, byte[] ascii, long tm) {
        long pattern = memory.string(ascii);
        for (long size = 1024; ; size *= 4) {
            MemorySegment out = memory.allocate(size);
            long n = Libc.call("strftime", out.address(), size, pattern, tm);
            // 0 also is the length of an empty result, as for "%Z" without a zone.
            if (n > 0 || size > 256L * ascii.length) {
                return FsEncoding.decode(NativeMemory.read(out, (int) n));
            }
        }
    }

    /** The clock of a thread's processor time (pthread_getcpuclockid). */
    @Builtin(value = "pthread_getcpuclockid(thread_id, /)", shown = "none")
    static long threadClock(long thread) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment clock = memory.allocate(4);
            long pthread = PythonThreads.get().pthread(thread);
            int error = Libc.callInt("pthread_getcpuclockid", pthread, clock.address());
            if (error != 0) {
                throw OsErrors.of(error);
            }
            return clock.get(ValueLayout.JAVA_INT, 0);
        }
    }

    @Builtin(value = "strptime(string, format=<unrepresentable>, /)", shown = "none")
    static Object strptime(Object string, Object format) {
        Object function = Attributes.get(Imports.importModule("_strptime"), "_strptime_time");
        return format == null ? Call.call(function, string) : Call.call(function, string, format);
    }

    @Builtin("tzset()")
    static void tzset() {
        Libc.call("tzset");
        TimeZone.fill(((PyModule) Imports.importModule("time")).dict);
    }
}
