package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Repr;

/** The methods of {@code datetime.time}. */
@BuiltinType(value = "time", signature = "none", doc = "A time of day, perhaps of a time zone.")
public final class TimeType {
    public static final PyType TYPE =
            PyType.builtin(
                    "datetime.time",
                    TimeTypeTable::new,
                    t -> new PyTime(t, 0, 0, 0, 0, Singleton.NONE, 0));

    private static final ConstructorArguments ARGUMENTS =
            new ConstructorArguments(
                    null, 0, 5, "hour", "minute", "second", "microsecond", "tzinfo", "fold");

    private TimeType() {}

    /** Adds the attributes that are instances. */
    static void fill(PyDict attributes) {
        attributes.put(Str.name("min"), new PyTime(TYPE, 0, 0, 0, 0, Singleton.NONE, 0));
        attributes.put(Str.name("max"), new PyTime(TYPE, 23, 59, 59, 999_999, Singleton.NONE, 0));
        attributes.put(Str.name("resolution"), TimeDeltaType.MICROSECOND);
    }

    // ---- constructors ----

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return Finalizers.watched(make(cls, args, keywords));
    }

    private static PyTime make(PyType cls, Object[] args, PyDict keywords) {
        if (args.length == 1 || args.length == 2) {
            byte[] s = Instances.stateOrNull("time", args[0], 6, 0, 0, 24, true);
            if (s != null) {
                return new PyTime(
                        cls,
                        s[0] & 127,
                        s[1] & 255,
                        s[2] & 255,
                        Instances.microseconds(s, 3),
                        Instances.zoneOfState(args),
                        s[0] < 0 ? 1 : 0);
            }
        }
        Object[] v = ARGUMENTS.bind(args, keywords);
        return PyTime.checked(
                cls,
                ConstructorArguments.toInt(v[0], 0),
                ConstructorArguments.toInt(v[1], 0),
                ConstructorArguments.toInt(v[2], 0),
                ConstructorArguments.toInt(v[3], 0),
                v[4] == null ? Singleton.NONE : v[4],
                ConstructorArguments.toInt(v[5], 0));
    }

    @Builtin(
            value = "fromisoformat(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "The time that a text in one of ISO 8601's formats names.")
    static Object fromIsoFormat(PyType cls, Object text) {
        IsoParser.Clocked t = IsoParser.time(IsoParser.argument(text));
        return Instances.time(
                cls, t.hour(), t.minute(), t.second(), t.microsecond(), t.tzinfo(), 0);
    }

    @Builtin(
            value = "strptime(cls, date_string, format, /)",
            kind = BuiltinKind.CLASS,
            shown = "none",
            doc = "The time that a text gives in a format.")
    static Object strptime(PyType cls, Object string, Object format) {
        return Instances.parsed("_strptime_datetime_time", cls, string, format);
    }

    // ---- attributes ----

    @Builtin(value = "hour", kind = BuiltinKind.GETTER)
    static long hour(PyTime self) {
        return self.hour;
    }

    @Builtin(value = "minute", kind = BuiltinKind.GETTER)
    static long minute(PyTime self) {
        return self.minute;
    }

    @Builtin(value = "second", kind = BuiltinKind.GETTER)
    static long second(PyTime self) {
        return self.second;
    }

    @Builtin(value = "microsecond", kind = BuiltinKind.GETTER)
    static long microsecond(PyTime self) {
        return self.microsecond;
    }

    @Builtin(value = "tzinfo", kind = BuiltinKind.GETTER)
    static Object tzinfo(PyTime self) {
        return self.tzinfo;
    }

    @Builtin(value = "fold", kind = BuiltinKind.GETTER)
    static long fold(PyTime self) {
        return self.fold;
    }

    @Builtin(value = "utcoffset(self, /)", doc = "What the time zone says for None.")
    static Object utcOffset(PyTime self) {
        return Zone.orNone(self.offset());
    }

    @Builtin(value = "tzname(self, /)", doc = "What the time zone says for None.")
    static Object zoneName(PyTime self) {
        return Zone.name(self.tzinfo, Singleton.NONE);
    }

    @Builtin(value = "dst(self, /)", doc = "What the time zone says for None.")
    static Object dst(PyTime self) {
        return Zone.orNone(Zone.dst(self.tzinfo, Singleton.NONE));
    }

    // ---- text ----

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyTime self) {
        StrBuilder out = new StrBuilder().append(self.type().name());
        out.append("(" + self.hour + ", " + self.minute);
        if (self.second != 0 || self.microsecond != 0) {
            out.append(", " + self.second);
        }
        if (self.microsecond != 0) {
            out.append(", " + self.microsecond);
        }
        if (self.isAware()) {
            out.literal(", tzinfo=").append(Repr.repr(self.tzinfo));
        }
        return out.literal(self.fold == 1 ? ", fold=1)" : ")").toStr();
    }

    @Builtin("__str__(self, /)")
    static Object str(PyTime self) {
        return Call.method(self, "isoformat");
    }

    @Builtin(
            value = "isoformat(self, /, timespec='auto')",
            shown = "none",
            doc = "The text HH:MM:SS.mmmmmm+HH:MM, as precise as timespec says.")
    static String isoFormat(PyTime self, Object timespec) {
        StringBuilder out = new StringBuilder();
        IsoText.time(
                out,
                TimeFormat.precision(1, timespec),
                self.hour,
                self.minute,
                self.second,
                self.microsecond);
        IsoText.offset(out, self.offset(), ":");
        return out.toString();
    }

    @Builtin(
            value = "strftime(self, /, format)",
            shown = "none",
            doc = "The text that a format describes.")
    static Object strftime(PyTime self, Object format) {
        TruffleString text = Instances.text("strftime", 1, format);
        return new TimeFormat(self).format(text);
    }

    @Builtin(
            value = "__format__(self, format_spec, /)",
            shown = "none",
            doc = "As strftime; str() for an empty format.")
    static Object format(PyTime self, Object spec) {
        return TimeFormat.formatSpec(self, spec);
    }

    // ---- copies ----

    @Builtin(
            value =
                    "replace(self, /, hour=<unrepresentable>, minute=<unrepresentable>,"
                            + " second=<unrepresentable>, microsecond=<unrepresentable>,"
                            + " tzinfo=<unrepresentable>, *, fold=<unrepresentable>)",
            shown =
                    "($self, /, hour=unchanged, minute=unchanged, second=unchanged,\n"
                            + "        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)",
            doc = "A time with some fields changed.")
    static Object replace(
            PyTime self,
            Object hour,
            Object minute,
            Object second,
            Object microsecond,
            Object tzinfo,
            Object fold) {
        return Instances.time(
                self.type(),
                ConstructorArguments.toInt(hour, self.hour),
                ConstructorArguments.toInt(minute, self.minute),
                ConstructorArguments.toInt(second, self.second),
                ConstructorArguments.toInt(microsecond, self.microsecond),
                tzinfo == null ? self.tzinfo : tzinfo,
                ConstructorArguments.toInt(fold, self.fold));
    }

    @Builtin(value = "__replace__(self, /, **changes)", doc = "As replace.")
    static Object copyReplace(PyTime self, PyDict changes) {
        return Instances.replaced(self, changes);
    }

    private static Object reduced(PyTime self, boolean withFold) {
        int foldAt = withFold && self.fold == 1 ? 0 : -1;
        return Instances.reduced(self, self.state(), foldAt, self.tzinfo);
    }

    @Builtin(value = "__reduce_ex__(self, protocol, /)", shown = "none", doc = "For pickling.")
    static Object reduceFor(PyTime self, int protocol) {
        return reduced(self, protocol > 3);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "For pickling.")
    static Object reduce(PyTime self) {
        return reduced(self, false);
    }

    // ---- comparison ----

    @Builtin("__hash__(self, /)")
    static long hash(PyTime self) {
        return DateTimeArithmetic.hash(self);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyTime self, Object value) {
        return DateTimeArithmetic.compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyTime self, Object value) {
        return DateTimeArithmetic.compare(Op.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyTime self, Object value) {
        return DateTimeArithmetic.compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyTime self, Object value) {
        return DateTimeArithmetic.compare(Op.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyTime self, Object value) {
        return DateTimeArithmetic.compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyTime self, Object value) {
        return DateTimeArithmetic.compare(Op.GE, self, value);
    }
}
