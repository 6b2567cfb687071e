package org.jabiru.modules.datetime;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Warnings;

/** The constructors, comparisons and arithmetic of {@code datetime.datetime}. */
@BuiltinType(
        value = "datetime",
        signature = "none",
        doc = "A date and a time of day, perhaps of a time zone.")
public final class DateTimeType {
    public static final PyType TYPE =
            PyType.builtin(
                            "datetime.datetime",
                            DateType.TYPE,
                            DateTimeTypeTable::new,
                            t -> new PyDateTime(t, 1, 1, 1, 0, 0, 0, 0, Singleton.NONE, 0))
                    .withTable(DateTimeMethodsTable::new);

    static final PyDateTime EPOCH =
            new PyDateTime(TYPE, 1970, 1, 1, 0, 0, 0, 0, TimeZoneType.UTC, 0);

    private static final ConstructorArguments ARGUMENTS =
            new ConstructorArguments(
                    null,
                    3,
                    8,
                    "year",
                    "month",
                    "day",
                    "hour",
                    "minute",
                    "second",
                    "microsecond",
                    "tzinfo",
                    "fold");

    private DateTimeType() {}

    /** Adds the attributes that are instances. */
    static void fill(PyDict attributes) {
        attributes.put(
                Str.name("min"), new PyDateTime(TYPE, 1, 1, 1, 0, 0, 0, 0, Singleton.NONE, 0));
        attributes.put(
                Str.name("max"),
                new PyDateTime(
                        TYPE, Gregorian.MAX_YEAR, 12, 31, 23, 59, 59, 999_999, Singleton.NONE, 0));
        attributes.put(Str.name("resolution"), TimeDeltaType.MICROSECOND);
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return Finalizers.watched(make(cls, args, keywords));
    }

    private static PyDateTime make(PyType cls, Object[] args, PyDict keywords) {
        if (args.length == 1 || args.length == 2) {
            byte[] s = Instances.stateOrNull("datetime", args[0], 10, 2, 1, 13, true);
            if (s != null) {
                return new PyDateTime(
                        cls,
                        (s[0] & 255) << 8 | s[1] & 255,
                        s[2] & 127,
                        s[3] & 255,
                        s[4] & 255,
                        s[5] & 255,
                        s[6] & 255,
                        Instances.microseconds(s, 7),
                        Instances.zoneOfState(args),
                        s[2] < 0 ? 1 : 0);
            }
        }
        Object[] v = ARGUMENTS.bind(args, keywords);
        int[] n = new int[9];
        for (int i = 0; i < 9; i++) {
            n[i] = i == 7 ? 0 : ConstructorArguments.toInt(v[i], 0);
        }
        Object tzinfo = v[7] == null ? Singleton.NONE : v[7];
        return PyDateTime.checked(cls, n[0], n[1], n[2], n[3], n[4], n[5], n[6], tzinfo, n[8]);
    }

    // ---- now and timestamps ----

    private static Object at(PyType cls, Timestamp t, Object tz) {
        Zone.check(tz);
        if (tz == Singleton.NONE) {
            return LocalTime.dateTime(cls, t, true, tz);
        }
        return Call.method(tz, "fromutc", LocalTime.dateTime(cls, t, false, tz));
    }

    @Builtin(
            value = "now(cls, /, tz=None)",
            kind = BuiltinKind.CLASS,
            shown = "($type, /, tz=None)",
            doc = "The moment in local time, or in that of a time zone.")
    static Object now(PyType cls, Object tz) {
        return at(cls, Timestamp.now(), tz);
    }

    @Builtin(
            value = "fromtimestamp(cls, /, timestamp, tz=None)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "A POSIX timestamp in local time, or in that of a time zone.")
    static Object fromTimestamp(PyType cls, Object timestamp, Object tz) {
        Zone.check(tz);
        return at(cls, Timestamp.of(timestamp), tz);
    }

    private static void deprecated(String method, String instead) {
        Warnings.warn(
                ExceptionTypes.DeprecationWarning,
                "datetime.datetime."
                        + method
                        + "() is deprecated and scheduled for removal in a future version. Use"
                        + " timezone-aware objects to represent datetimes in UTC: datetime.datetime."
                        + instead
                        + "datetime.UTC).",
                1);
    }

    @Builtin(value = "utcnow(cls, /)", kind = BuiltinKind.CLASS, doc = "The moment in UTC, naive.")
    static Object utcNow(PyType cls) {
        deprecated("utcnow", "now(");
        return LocalTime.dateTime(cls, Timestamp.now(), false, Singleton.NONE);
    }

    @Builtin(
            value = "utcfromtimestamp(cls, timestamp, /)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "A POSIX timestamp in UTC, naive.")
    static Object utcFromTimestamp(PyType cls, Object timestamp) {
        deprecated("utcfromtimestamp", "fromtimestamp(timestamp, ");
        return LocalTime.dateTime(cls, Timestamp.of(timestamp), false, Singleton.NONE);
    }

    // ---- other constructors ----

    @Builtin(
            value = "combine(cls, /, date, time, tzinfo=<unrepresentable>)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "The date of the one and the time of the other.")
    static Object combine(PyType cls, Object date, Object time, Object tzinfo) {
        if (!(date instanceof PyDate d)) {
            throw notA("date", 1, date);
        }
        if (!(time instanceof PyTime t)) {
            throw notA("time", 2, time);
        }
        return Instances.dateTime(
                cls,
                new Gregorian.Day(d.year, d.month, d.day),
                t.hour,
                t.minute,
                t.second,
                t.microsecond,
                tzinfo == null ? t.tzinfo : tzinfo,
                t.fold);
    }

    private static RuntimeException notA(String type, int position, Object value) {
        return Errors.typeError(
                "combine() argument %d must be datetime.%s, not %s",
                position, type, Types.nameForMessage(value));
    }

    @Builtin(
            value = "fromisoformat(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "The datetime that a text in one of ISO 8601's formats names.")
    static Object fromIsoFormat(PyType cls, Object text) {
        IsoParser.Moment m = IsoParser.moment(IsoParser.argument(text));
        IsoParser.Clocked t = m.time();
        return Instances.dateTime(
                cls, m.day(), t.hour(), t.minute(), t.second(), t.microsecond(), t.tzinfo(), 0);
    }

    @Builtin(
            value = "strptime(cls, date_string, format, /)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "The datetime that a text gives in a format.")
    static Object strptime(PyType cls, Object string, Object format) {
        return Instances.parsed("_strptime_datetime_datetime", cls, string, format);
    }

    // ---- comparison ----

    @Builtin("__hash__(self, /)")
    static long hash(PyDateTime self) {
        return DateTimeArithmetic.hash(self);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyDateTime self, Object value) {
        return DateTimeArithmetic.compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyDateTime self, Object value) {
        return DateTimeArithmetic.compare(Op.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyDateTime self, Object value) {
        return DateTimeArithmetic.compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyDateTime self, Object value) {
        return DateTimeArithmetic.compare(Op.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyDateTime self, Object value) {
        return DateTimeArithmetic.compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyDateTime self, Object value) {
        return DateTimeArithmetic.compare(Op.GE, self, value);
    }

    // ---- arithmetic ----

    @Builtin("__add__(self, value, /)")
    static Object add(PyDateTime self, Object value) {
        return value instanceof PyTimeDelta d
                ? DateTimeArithmetic.plus(self, d, 1)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__radd__(self, value, /)")
    static Object addReflected(PyDateTime self, Object value) {
        return add(self, value);
    }

    @Builtin("__sub__(self, value, /)")
    static Object subtract(PyDateTime self, Object value) {
        if (value instanceof PyDateTime other) {
            return DateTimeArithmetic.difference(self, other);
        }
        return value instanceof PyTimeDelta d
                ? DateTimeArithmetic.plus(self, d, -1)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static Object subtractReflected(PyDateTime self, Object value) {
        return value instanceof PyDateTime other
                ? DateTimeArithmetic.difference(other, self)
                : Singleton.NOT_IMPLEMENTED;
    }
}
