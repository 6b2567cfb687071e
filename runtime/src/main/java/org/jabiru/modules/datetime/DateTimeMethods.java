package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** The other methods of {@code datetime.datetime}: its fields, texts and conversions. */
@BuiltinType("datetime")
public final class DateTimeMethods {
    private DateTimeMethods() {}

    // ---- attributes ----

    @Builtin(value = "hour", kind = BuiltinKind.GETTER)
    static long hour(PyDateTime self) {
        return self.hour;
    }

    @Builtin(value = "minute", kind = BuiltinKind.GETTER)
    static long minute(PyDateTime self) {
        return self.minute;
    }

    @Builtin(value = "second", kind = BuiltinKind.GETTER)
    static long second(PyDateTime self) {
        return self.second;
    }

    @Builtin(value = "microsecond", kind = BuiltinKind.GETTER)
    static long microsecond(PyDateTime self) {
        return self.microsecond;
    }

    @Builtin(value = "tzinfo", kind = BuiltinKind.GETTER)
    static Object tzinfo(PyDateTime self) {
        return self.tzinfo;
    }

    @Builtin(value = "fold", kind = BuiltinKind.GETTER)
    static long fold(PyDateTime self) {
        return self.fold;
    }

    @Builtin(value = "utcoffset(self, /)", doc = "What the time zone says.")
    static Object utcOffset(PyDateTime self) {
        return Zone.orNone(self.offset());
    }

    @Builtin(value = "tzname(self, /)", doc = "What the time zone says.")
    static Object zoneName(PyDateTime self) {
        return Zone.name(self.tzinfo, self);
    }

    @Builtin(value = "dst(self, /)", doc = "What the time zone says.")
    static Object dst(PyDateTime self) {
        return Zone.orNone(Zone.dst(self.tzinfo, self));
    }

    // ---- parts ----

    @Builtin(value = "date(self, /)", doc = "The day.")
    static Object date(PyDateTime self) {
        return new PyDate(DateType.TYPE, self.year, self.month, self.day);
    }

    private static Object time(PyDateTime self, Object tzinfo) {
        return new PyTime(
                TimeType.TYPE,
                self.hour,
                self.minute,
                self.second,
                self.microsecond,
                tzinfo,
                self.fold);
    }

    @Builtin(value = "time(self, /)", doc = "The time of day, without time zone.")
    static Object time(PyDateTime self) {
        return time(self, Singleton.NONE);
    }

    @Builtin(value = "timetz(self, /)", doc = "The time of day, with the time zone.")
    static Object timeWithZone(PyDateTime self) {
        return time(self, self.tzinfo);
    }

    @Builtin(value = "timetuple(self, /)", doc = "As time.localtime gives it.")
    static Object timeTuple(PyDateTime self) {
        PyTimeDelta dst = Zone.dst(self.tzinfo, self);
        int daylight = dst == null ? -1 : dst.isZero() ? 0 : 1;
        return DateType.structTime(self, self.hour, self.minute, self.second, daylight);
    }

    @Builtin(value = "utctimetuple(self, /)", doc = "In UTC, as time.gmtime gives it.")
    static Object utcTimeTuple(PyDateTime self) {
        PyTimeDelta offset = self.offset();
        PyDateTime utc = self;
        if (offset != null) {
            Object moved = DateTimeArithmetic.plus(plain(self), offset, -1);
            utc = (PyDateTime) moved;
        }
        return DateType.structTime(utc, utc.hour, utc.minute, utc.second, 0);
    }

    /** The same as an instance of {@code datetime.datetime} itself. */
    private static PyDateTime plain(PyDateTime self) {
        return self.withFold(self.fold);
    }

    @Builtin(value = "timestamp(self, /)", doc = "The POSIX timestamp, as a float.")
    static double timestamp(PyDateTime self) {
        if (self.isAware()) {
            return TimeDeltaType.totalSeconds(
                    DateTimeArithmetic.difference(self, DateTimeType.EPOCH));
        }
        return LocalTime.timestamp(self) + self.microsecond / 1e6;
    }

    // ---- text ----

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyDateTime self) {
        StrBuilder out = new StrBuilder().append(self.type().name());
        out.append(
                "(%d, %d, %d, %d, %d"
                        .formatted(self.year, self.month, self.day, self.hour, self.minute));
        if (self.second != 0 || self.microsecond != 0) {
            out.append(", " + self.second);
        }
        if (self.microsecond != 0) {
            out.append(", " + self.microsecond);
        }
        if (self.fold == 1) {
            out.literal(", fold=1");
        }
        if (self.isAware()) {
            out.literal(", tzinfo=").append(Repr.repr(self.tzinfo));
        }
        return out.literal(")").toStr();
    }

    @Builtin("__str__(self, /)")
    static Object str(PyDateTime self) {
        return Call.method(self, "isoformat", Str.name(" "));
    }

    @Builtin(value = "ctime(self, /)", doc = "As C's ctime writes it.")
    static String ctime(PyDateTime self) {
        return IsoText.c(self, self.hour, self.minute, self.second);
    }

    @Builtin(
            value = "isoformat(self, /, sep='T', timespec='auto')",
            shown = "none",
            doc = "The text YYYY-MM-DDTHH:MM:SS.mmmmmm+HH:MM, as precise as timespec says.")
    static TruffleString isoFormat(PyDateTime self, Object sep, Object timespec) {
        TruffleString separator = Str.valueOrNull(sep);
        if (separator == null || Str.length(separator) != 1) {
            throw Errors.typeError(
                    "isoformat() argument 1 must be a unicode character, not %s",
                    separator == null
                            ? Types.nameForMessage(sep)
                            : "a string of length " + Str.length(separator));
        }
        StringBuilder day = new StringBuilder();
        IsoText.date(day, self);
        StringBuilder time = new StringBuilder();
        IsoText.time(
                time,
                TimeFormat.precision(2, timespec),
                self.hour,
                self.minute,
                self.second,
                self.microsecond);
        IsoText.offset(time, self.offset(), ":");
        StrBuilder out = new StrBuilder().append(day.toString());
        return out.append(separator).append(time.toString()).toStr();
    }

    // ---- copies ----

    @Builtin(
            value =
                    "replace(self, /, year=<unrepresentable>, month=<unrepresentable>,"
                            + " day=<unrepresentable>, hour=<unrepresentable>,"
                            + " minute=<unrepresentable>, second=<unrepresentable>,"
                            + " microsecond=<unrepresentable>, tzinfo=<unrepresentable>, *,"
                            + " fold=<unrepresentable>)",
            shown =
                    "($self, /, year=unchanged, month=unchanged, day=unchanged,\n"
                            + "        hour=unchanged, minute=unchanged, second=unchanged,\n"
                            + "        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)",
            doc = "A datetime with some fields changed.")
    static Object replace(
            PyDateTime self,
            Object year,
            Object month,
            Object day,
            Object hour,
            Object minute,
            Object second,
            Object microsecond,
            Object tzinfo,
            Object fold) {
        return Instances.dateTime(
                self.type(),
                new Gregorian.Day(
                        ConstructorArguments.toInt(year, self.year),
                        ConstructorArguments.toInt(month, self.month),
                        ConstructorArguments.toInt(day, self.day)),
                ConstructorArguments.toInt(hour, self.hour),
                ConstructorArguments.toInt(minute, self.minute),
                ConstructorArguments.toInt(second, self.second),
                ConstructorArguments.toInt(microsecond, self.microsecond),
                tzinfo == null ? self.tzinfo : tzinfo,
                ConstructorArguments.toInt(fold, self.fold));
    }

    @Builtin(value = "__replace__(self, /, **changes)", doc = "As replace.")
    static Object copyReplace(PyDateTime self, PyDict changes) {
        return Instances.replaced(self, changes);
    }

    /** The same moment in another time zone; naive datetimes are in local time. */
    @Builtin(
            value = "astimezone(self, /, tz=None)",
            shown = "none",
            doc = "The same moment in another time zone.")
    static Object asTimeZone(PyDateTime self, Object tz) {
        Zone.check(tz);
        Object own = self.tzinfo;
        PyTimeDelta offset = null;
        if (own != Singleton.NONE) {
            if (own == tz) {
                return self;
            }
            offset = self.offset();
        }
        if (offset == null) {
            PyTimeZone local = LocalTime.zone(self);
            if (local == tz) {
                return self;
            }
            offset = local.offset;
        }
        if (!(DateTimeArithmetic.plus(self, offset, -1) instanceof PyDateTime utc)) {
            throw Errors.typeError("the sum of a datetime and a timedelta is no datetime");
        }
        if (!utc.isAware()) {
            utc = plain(utc);
        }
        utc.tzinfo = TimeZoneType.UTC;
        Object target = tz;
        if (tz == Singleton.NONE) {
            PyTimeDelta moment = DateTimeArithmetic.difference(utc, DateTimeType.EPOCH);
            target = LocalTime.zone(moment.days * (long) Clock.SECONDS_PER_DAY + moment.seconds);
        }
        utc.tzinfo = target;
        return Call.method(target, "fromutc", utc);
    }

    // ---- pickling ----

    private static Object reduced(PyDateTime self, boolean withFold) {
        int foldAt = withFold && self.fold == 1 ? 2 : -1;
        return Instances.reduced(self, self.state(), foldAt, self.tzinfo);
    }

    @Builtin(value = "__reduce_ex__(self, protocol, /)", shown = "none", doc = "For pickling.")
    static Object reduceFor(PyDateTime self, int protocol) {
        return reduced(self, protocol > 3);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "For pickling.")
    static Object reduce(PyDateTime self) {
        return reduced(self, false);
    }
}
