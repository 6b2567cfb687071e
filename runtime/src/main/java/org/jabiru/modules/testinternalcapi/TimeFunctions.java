package org.jabiru.modules.testinternalcapi;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.time.TimeConversion;
import org.jabiru.modules.time.TimeConversion.Rounding;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;

/** The conversions of {@link TimeConversion}, by the names that CPython's tests call them. */
@BuiltinModule("_testinternalcapi")
final class TimeFunctions {
    private static final long MICROSECOND = 1_000L;
    private static final long SECOND = 1_000_000_000L;

    private TimeFunctions() {}

    private static Rounding rounding(long number) {
        if (number < 0 || number >= Rounding.values().length) {
            throw Errors.valueError("invalid rounding");
        }
        return Rounding.values()[(int) number];
    }

    @Builtin("_PyTime_FromSeconds(seconds, /)")
    static long fromSeconds(Object seconds) {
        return Args.toInt(seconds) * SECOND;
    }

    @Builtin("_PyTime_FromSecondsObject(object, rounding, /)")
    static long fromSecondsObject(Object seconds, long mode) {
        return TimeConversion.nanoseconds(seconds, rounding(mode));
    }

    @Builtin("_PyTime_ObjectToTime_t(object, rounding, /)")
    static long toSeconds(Object seconds, long mode) {
        return TimeConversion.seconds(seconds, rounding(mode));
    }

    @Builtin("_PyTime_ObjectToTimeval(object, rounding, /)")
    static Object toTimeval(Object seconds, long mode) {
        return pair(TimeConversion.parts(seconds, SECOND / MICROSECOND, rounding(mode)));
    }

    @Builtin("_PyTime_ObjectToTimespec(object, rounding, /)")
    static Object toTimespec(Object seconds, long mode) {
        return pair(TimeConversion.parts(seconds, SECOND, rounding(mode)));
    }

    @Builtin("_PyTime_AsTimeval(ns, rounding, /)")
    static Object asTimeval(long nanos, long mode) {
        long micros = TimeConversion.divided(nanos, MICROSECOND, rounding(mode));
        long second = SECOND / MICROSECOND;
        return PyTuple.of(Math.floorDiv(micros, second), Math.floorMod(micros, second));
    }

    /** Nothing is left to clamp where seconds have 64 bits. */
    @Builtin("_PyTime_AsTimeval_clamp(ns, rounding, /)")
    static Object asTimevalClamped(long nanos, long mode) {
        return asTimeval(nanos, mode);
    }

    @Builtin("_PyTime_AsTimespec(ns, /)")
    static Object asTimespec(long nanos) {
        return PyTuple.of(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    @Builtin("_PyTime_AsTimespec_clamp(ns, /)")
    static Object asTimespecClamped(long nanos) {
        return asTimespec(nanos);
    }

    @Builtin("_PyTime_AsMilliseconds(ns, rounding, /)")
    static long asMilliseconds(long nanos, long mode) {
        return TimeConversion.divided(nanos, 1000 * MICROSECOND, rounding(mode));
    }

    @Builtin("_PyTime_AsMicroseconds(ns, rounding, /)")
    static long asMicroseconds(long nanos, long mode) {
        return TimeConversion.divided(nanos, MICROSECOND, rounding(mode));
    }

    private static Object pair(long[] parts) {
        return PyTuple.of(parts[0], parts[1]);
    }
}
