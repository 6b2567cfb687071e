package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.modules.datetime.DateTimeType;
import org.jabiru.modules.datetime.DateType;
import org.jabiru.modules.datetime.PyDate;
import org.jabiru.modules.datetime.PyDateTime;
import org.jabiru.modules.datetime.PyTime;
import org.jabiru.modules.datetime.PyTimeDelta;
import org.jabiru.modules.datetime.PyTimeZone;
import org.jabiru.modules.datetime.TimeDeltaType;
import org.jabiru.modules.datetime.TimeType;
import org.jabiru.modules.datetime.TimeZoneType;
import org.jabiru.modules.datetime.TzInfoType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The functions of {@code datetime.datetime_CAPI} (C-API manual, DateTime Objects). */
public final class DatetimeApi {
    private static final PyType[] TYPES = {
        DateType.TYPE,
        DateTimeType.TYPE,
        TimeType.TYPE,
        TimeDeltaType.TYPE,
        TzInfoType.TYPE,
        TimeZoneType.TYPE,
    };

    private DatetimeApi() {}

    /** Whether a module has the types of this one: the library has others, in Python. */
    public static boolean isOurs(PyModule module) {
        return module.dict.get("date") == DateType.TYPE;
    }

    /** Gives a module its attribute {@code datetime_CAPI}. */
    public static void offer(CapiContext context, PyModule module) {
        for (PyType type : TYPES) {
            context.types.addressOf(type);
        }
        // This reference is the capsule's, which is there for as long as the process.
        long utc = context.crossing.toNew(TimeZoneType.UTC);
        long capsule = context.state.functions.jabiru_datetime_capsule(utc);
        module.dict.put("datetime_CAPI", context.crossing.stolen(capsule));
    }

    private static PyType type(Object type) {
        return (PyType) type;
    }

    private static int field(long fields, int index) {
        return Memory.getInt(fields + 4L * index);
    }

    public static Object jabiru_date_new(
            CapiContext context, Object type, int year, int month, int day) {
        return Finalizers.watched(PyDate.checked(type(type), year, month, day));
    }

    public static Object jabiru_time_new(
            CapiContext context, Object type, long fields, Object tzinfo) {
        return Finalizers.watched(
                PyTime.checked(
                        type(type),
                        field(fields, 0),
                        field(fields, 1),
                        field(fields, 2),
                        field(fields, 3),
                        tzinfo,
                        field(fields, 4)));
    }

    public static Object jabiru_datetime_new(
            CapiContext context, Object type, long fields, Object tzinfo) {
        return Finalizers.watched(
                PyDateTime.checked(
                        type(type),
                        field(fields, 0),
                        field(fields, 1),
                        field(fields, 2),
                        field(fields, 3),
                        field(fields, 4),
                        field(fields, 5),
                        field(fields, 6),
                        tzinfo,
                        field(fields, 7)));
    }

    public static Object jabiru_timedelta_new(CapiContext context, Object type, long fields) {
        int days = field(fields, 0);
        int seconds = field(fields, 1);
        int microseconds = field(fields, 2);
        boolean normalize = field(fields, 3) != 0;
        return Finalizers.watched(
                normalize
                        ? PyTimeDelta.of(type(type), days, seconds, microseconds)
                        : PyTimeDelta.exact(type(type), days, seconds, microseconds));
    }

    public static Object jabiru_timezone_new(CapiContext context, Object offset, Object name) {
        if (!(offset instanceof PyTimeDelta delta)) {
            throw Errors.typeError(
                    "offset must be a timedelta, not %s", Types.nameForMessage(offset));
        }
        TruffleString text = Str.valueOrNull(name);
        if (name != null && text == null) {
            throw Errors.typeError("name must be a str, not %s", Types.nameForMessage(name));
        }
        return PyTimeZone.of(delta, text);
    }
}
