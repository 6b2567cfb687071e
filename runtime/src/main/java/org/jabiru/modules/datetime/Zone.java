package org.jabiru.modules.datetime;

import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;

/** What a tzinfo says of a datetime. */
final class Zone {
    private Zone() {}

    /** TypeError for what is neither None nor a tzinfo. */
    static void check(Object tzinfo) {
        if (tzinfo != Singleton.NONE && !Types.isInstance(tzinfo, TzInfoType.TYPE)) {
            throw Errors.typeError(
                    "tzinfo argument must be None or of a tzinfo subclass, not type '%s'",
                    Types.of(tzinfo).name());
        }
    }

    /** {@code tzinfo.utcoffset(dt)}; null for None. */
    static PyTimeDelta utcOffset(Object tzinfo, Object dt) {
        return delta(tzinfo, "utcoffset", dt);
    }

    /** {@code tzinfo.dst(dt)}; null for None. */
    static PyTimeDelta dst(Object tzinfo, Object dt) {
        return delta(tzinfo, "dst", dt);
    }

    private static PyTimeDelta delta(Object tzinfo, String method, Object dt) {
        if (tzinfo == Singleton.NONE) {
            return null;
        }
        Object result = Call.method(tzinfo, method, dt);
        if (result == Singleton.NONE) {
            return null;
        }
        if (!(result instanceof PyTimeDelta delta)) {
            throw Errors.typeError(
                    "tzinfo.%s() must return None or timedelta, not '%s'",
                    method, Types.of(result).name());
        }
        PyTimeZone.checkOffset(delta);
        return delta;
    }

    /** {@code tzinfo.tzname(dt)}: a str or None. */
    static Object name(Object tzinfo, Object dt) {
        if (tzinfo == Singleton.NONE) {
            return tzinfo;
        }
        Object result = Call.method(tzinfo, "tzname", dt);
        if (result != Singleton.NONE && Str.valueOrNull(result) == null) {
            throw Errors.typeError(
                    "tzinfo.tzname() must return None or a string, not '%s'",
                    Types.of(result).name());
        }
        return result;
    }

    /** As Python sees an offset. */
    static Object orNone(PyTimeDelta offset) {
        return offset == null ? Singleton.NONE : offset;
    }
}
