package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.HashSecret;
import org.jabiru.protocol.Numbers;

/** The methods of {@code datetime.date}. */
@BuiltinType(value = "date", signature = "none", doc = "A day: year, month and day.")
public final class DateType {
    public static final PyType TYPE =
            PyType.builtin("datetime.date", DateTypeTable::new, t -> new PyDate(t, 1, 1, 1));

    private static final ConstructorArguments ARGUMENTS =
            new ConstructorArguments(null, 3, 3, "year", "month", "day");

    private DateType() {}

    /** Adds the attributes that are instances. */
    static void fill(PyDict attributes) {
        attributes.put(Str.name("min"), new PyDate(TYPE, Gregorian.MIN_YEAR, 1, 1));
        attributes.put(Str.name("max"), new PyDate(TYPE, Gregorian.MAX_YEAR, 12, 31));
        attributes.put(Str.name("resolution"), TimeDeltaType.DAY);
    }

    // ---- constructors ----

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return Finalizers.watched(make(cls, args, keywords));
    }

    private static PyDate make(PyType cls, Object[] args, PyDict keywords) {
        if (args.length == 1) {
            byte[] state = Instances.stateOrNull("date", args[0], 4, 2, 1, 13, false);
            if (state != null) {
                int year = (state[0] & 255) << 8 | state[1] & 255;
                return new PyDate(cls, year, state[2], state[3] & 255);
            }
        }
        Object[] v = ARGUMENTS.bind(args, keywords);
        int year = ConstructorArguments.toInt(v[0]);
        int month = ConstructorArguments.toInt(v[1]);
        return PyDate.checked(cls, year, month, ConstructorArguments.toInt(v[2]));
    }

    @Builtin(
            value = "fromtimestamp(cls, timestamp, /)",
            kind = BuiltinKind.CLASS,
            doc = "The local date of a POSIX timestamp.")
    static Object fromTimestamp(PyType cls, Object timestamp) {
        return LocalTime.of(Timestamp.seconds(timestamp)).date(cls);
    }

    @Builtin(value = "today(cls, /)", kind = BuiltinKind.CLASS, doc = "The local date of now.")
    static Object today(PyType cls) {
        if (cls == TYPE) {
            return LocalTime.of(Math.floorDiv(System.currentTimeMillis(), 1000L)).date(cls);
        }
        Object now = Call.method(Imports.importModule("time"), "time");
        return Call.method(cls, "fromtimestamp", now);
    }

    @Builtin(
            value = "fromordinal(cls, ordinal, /)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "The day with that number; the first of January of year 1 has number 1.")
    static Object fromOrdinal(PyType cls, Object ordinal) {
        int n = ConstructorArguments.toInt(ordinal);
        if (n < 1) {
            throw Errors.valueError("ordinal must be >= 1");
        }
        return date(cls, Gregorian.of(n));
    }

    private static Object date(PyType cls, Gregorian.Day d) {
        return Instances.date(cls, d.year(), d.month(), d.day());
    }

    @Builtin(
            value = "fromisoformat(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "The date that a text in one of ISO 8601's formats names.")
    static Object fromIsoFormat(PyType cls, Object text) {
        return date(cls, IsoParser.date(IsoParser.argument(text)));
    }

    @Builtin(
            value = "fromisocalendar(cls, /, year, week, day)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "The day of an ISO year, week and weekday.")
    static Object fromIsoCalendar(PyType cls, Object year, Object week, Object day) {
        int y = component(year);
        int w = component(week);
        return date(cls, Gregorian.ofIsoWeek(y, w, component(day)));
    }

    private static int component(Object value) {
        Object i = Numbers.index(value);
        if (i instanceof BigInteger || (long) (Long) i != (int) (long) (Long) i) {
            throw Errors.valueError("ISO calendar component out of range");
        }
        return (int) (long) (Long) i;
    }

    @Builtin(
            value = "strptime(cls, date_string, format, /)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "The date that a text gives in a format.")
    static Object strptime(PyType cls, Object string, Object format) {
        return Instances.parsed("_strptime_datetime_date", cls, string, format);
    }

    // ---- attributes ----

    @Builtin(value = "year", kind = BuiltinKind.GETTER)
    static long year(PyDate self) {
        return self.year;
    }

    @Builtin(value = "month", kind = BuiltinKind.GETTER)
    static long month(PyDate self) {
        return self.month;
    }

    @Builtin(value = "day", kind = BuiltinKind.GETTER)
    static long day(PyDate self) {
        return self.day;
    }

    @Builtin(value = "weekday(self, /)", doc = "The day of the week; Monday is 0.")
    static long weekday(PyDate self) {
        return self.weekday();
    }

    @Builtin(value = "isoweekday(self, /)", doc = "The day of the week; Monday is 1.")
    static long isoWeekday(PyDate self) {
        return self.weekday() + 1;
    }

    @Builtin(value = "toordinal(self, /)", doc = "The number of the day.")
    static long toOrdinal(PyDate self) {
        return self.ordinal();
    }

    @Builtin(value = "isocalendar(self, /)", doc = "ISO year, week number and weekday.")
    static Object isoCalendar(PyDate self) {
        return IsoCalendarDateType.of(self);
    }

    @Builtin(value = "timetuple(self, /)", doc = "The day as time.localtime gives one.")
    static Object timeTuple(PyDate self) {
        return structTime(self, 0, 0, 0, -1);
    }

    /** A {@code time.struct_time}. */
    static Object structTime(PyDate d, int hour, int minute, int second, int daylight) {
        Object type = Attributes.get(Imports.importModule("time"), "struct_time");
        return Call.call(
                type,
                PyTuple.of(
                        (long) d.year,
                        (long) d.month,
                        (long) d.day,
                        (long) hour,
                        (long) minute,
                        (long) second,
                        (long) d.weekday(),
                        (long) Gregorian.daysBeforeMonth(d.year, d.month) + d.day,
                        (long) daylight));
    }

    // ---- text ----

    @Builtin("__repr__(self, /)")
    static String repr(PyDate self) {
        return "%s(%d, %d, %d)".formatted(self.type().name(), self.year, self.month, self.day);
    }

    @Builtin("__str__(self, /)")
    static Object str(PyDate self) {
        return Call.method(self, "isoformat");
    }

    @Builtin(value = "isoformat(self, /)", doc = "The text YYYY-MM-DD.")
    static String isoFormat(PyDate self) {
        StringBuilder out = new StringBuilder();
        IsoText.date(out, self);
        return out.toString();
    }

    @Builtin(value = "ctime(self, /)", doc = "The day at midnight as C's ctime writes it.")
    static String ctime(PyDate self) {
        return IsoText.c(self, 0, 0, 0);
    }

    /** Serves {@code datetime.datetime} as well. */
    @Builtin(
            value = "strftime(self, /, format)",
            shown = "none",
            doc = "The text that a format describes.")
    static Object strftime(PyDate self, Object format) {
        TruffleString text = Instances.text("strftime", 1, format);
        return new TimeFormat(self, Call.method(self, "timetuple")).format(text);
    }

    @Builtin(
            value = "__format__(self, format_spec, /)",
            shown = "none",
            doc = "As strftime; str() for an empty format.")
    static Object format(PyDate self, Object spec) {
        return TimeFormat.formatSpec(self, spec);
    }

    // ---- copies ----

    @Builtin(
            value =
                    "replace(self, /, year=<unrepresentable>, month=<unrepresentable>,"
                            + " day=<unrepresentable>)",
            shown = "($self, /, year=unchanged, month=unchanged, day=unchanged)",
            doc = "A date with some fields changed.")
    static Object replace(PyDate self, Object year, Object month, Object day) {
        return Instances.date(
                self.type(),
                ConstructorArguments.toInt(year, self.year),
                ConstructorArguments.toInt(month, self.month),
                ConstructorArguments.toInt(day, self.day));
    }

    @Builtin(value = "__replace__(self, /, **changes)", doc = "As replace.")
    static Object copyReplace(PyDate self, PyDict changes) {
        return Instances.replaced(self, changes);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "For pickling.")
    static Object reduce(PyDate self) {
        return Instances.reduced(self, self.state(), -1, Singleton.NONE);
    }

    // ---- comparison and arithmetic ----

    @Builtin("__hash__(self, /)")
    static long hash(PyDate self) {
        return HashSecret.hash(self.state(), 4);
    }

    private static Object compare(Op op, PyDate a, Object other) {
        return other instanceof PyDate b && !(b instanceof PyDateTime)
                ? op.holds(a.compareDay(b))
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyDate self, Object value) {
        return compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyDate self, Object value) {
        return compare(Op.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyDate self, Object value) {
        return compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyDate self, Object value) {
        return compare(Op.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyDate self, Object value) {
        return compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyDate self, Object value) {
        return compare(Op.GE, self, value);
    }

    private static Object plus(PyDate self, Object value, int sign) {
        if (self instanceof PyDateTime || !(value instanceof PyTimeDelta delta)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        long ordinal = self.ordinal() + (long) sign * delta.days;
        return date(self.type(), Gregorian.normalized(ordinal));
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyDate self, Object value) {
        return plus(self, value, 1);
    }

    @Builtin("__radd__(self, value, /)")
    static Object addReflected(PyDate self, Object value) {
        return plus(self, value, 1);
    }

    private static Object difference(PyDate a, PyDate b) {
        return a instanceof PyDateTime || b instanceof PyDateTime
                ? Singleton.NOT_IMPLEMENTED
                : PyTimeDelta.of((long) a.ordinal() - b.ordinal(), 0, 0);
    }

    @Builtin("__sub__(self, value, /)")
    static Object subtract(PyDate self, Object value) {
        return value instanceof PyDate d ? difference(self, d) : plus(self, value, -1);
    }

    @Builtin("__rsub__(self, value, /)")
    static Object subtractReflected(PyDate self, Object value) {
        return value instanceof PyDate d ? difference(d, self) : Singleton.NOT_IMPLEMENTED;
    }
}
