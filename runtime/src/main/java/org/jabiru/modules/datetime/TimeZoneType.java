package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Repr;

/** The methods of {@code datetime.timezone}. */
@BuiltinType(
        value = "timezone",
        signature = "none",
        doc = "A time zone with a fixed offset from UTC.")
public final class TimeZoneType {
    public static final PyType TYPE =
            PyType.builtin(
                            "datetime.timezone",
                            TzInfoType.TYPE,
                            TimeZoneTypeTable::new,
                            t -> {
                                throw Errors.typeError("cannot create '%s' instances", t.name());
                            })
                    .sealed();

    /** {@code timezone.utc}. */
    public static final PyTimeZone UTC = PyTimeZone.ofSeconds(0);

    private static final int ALMOST_DAY = Clock.SECONDS_PER_DAY - 60;

    private static final ConstructorArguments ARGUMENTS =
            new ConstructorArguments("timezone", 1, 2, "offset", "name");

    private TimeZoneType() {}

    /** Adds the attributes that are instances. */
    static void fill(PyDict attributes) {
        attributes.put(Str.name("utc"), UTC);
        attributes.put(Str.name("min"), PyTimeZone.ofSeconds(-ALMOST_DAY));
        attributes.put(Str.name("max"), PyTimeZone.ofSeconds(ALMOST_DAY));
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        Object[] values = ARGUMENTS.bind(args, keywords);
        if (!(values[0] instanceof PyTimeDelta offset)) {
            throw Errors.typeError(
                    "timezone() argument 1 must be datetime.timedelta, not %s",
                    Types.nameForMessage(values[0]));
        }
        TruffleString name = Str.valueOrNull(values[1]);
        if (values[1] != null && name == null) {
            throw Errors.typeError(
                    "timezone() argument 2 must be str, not %s", Types.nameForMessage(values[1]));
        }
        return PyTimeZone.of(offset, name);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyTimeZone self) {
        if (self == UTC) {
            return Str.name("datetime.timezone.utc");
        }
        StrBuilder out = new StrBuilder().append(self.type().name()).literal("(");
        out.append(Repr.repr(self.offset));
        if (self.name != null) {
            out.literal(", ").append(Repr.repr(self.name));
        }
        return out.literal(")").toStr();
    }

    @Builtin("__str__(self, /)")
    static TruffleString str(PyTimeZone self) {
        return self.shownName();
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyTimeZone self) {
        return Hashing.hash(self.offset);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyTimeZone self, Object value) {
        return value instanceof PyTimeZone z
                ? (Object) (self.offset.compareTo(z.offset) == 0)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyTimeZone self, Object value) {
        return value instanceof PyTimeZone z
                ? (Object) (self.offset.compareTo(z.offset) != 0)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyTimeZone self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyTimeZone self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyTimeZone self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyTimeZone self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    private static void check(String method, Object dt) {
        if (dt != Singleton.NONE && !(dt instanceof PyDateTime)) {
            throw Errors.typeError(
                    "%s(dt) argument must be a datetime instance or None, not %s",
                    method, Types.of(dt).name());
        }
    }

    @Builtin(
            value = "tzname(self, dt, /)",
            shown = "($self, object, /)",
            doc = "The name given, or one made of the offset.")
    static TruffleString name(PyTimeZone self, Object dt) {
        check("tzname", dt);
        return self.shownName();
    }

    @Builtin(
            value = "utcoffset(self, dt, /)",
            shown = "($self, object, /)",
            doc = "The fixed offset.")
    static Object utcOffset(PyTimeZone self, Object dt) {
        check("utcoffset", dt);
        return self.offset;
    }

    @Builtin(value = "dst(self, dt, /)", shown = "($self, object, /)", doc = "None.")
    static Object dst(PyTimeZone self, Object dt) {
        check("dst", dt);
        return Singleton.NONE;
    }

    @Builtin(
            value = "fromutc(self, dt, /)",
            shown = "($self, object, /)",
            doc = "The local time of a datetime that is in UTC.")
    static Object fromUtc(PyTimeZone self, Object dt) {
        return DateTimeArithmetic.plus(TzInfoType.own(self, dt), self.offset, 1);
    }

    @Builtin(value = "__getinitargs__(self, /)", doc = "For pickling.")
    static Object initArguments(PyTimeZone self) {
        return self.name == null ? PyTuple.of(self.offset) : PyTuple.of(self.offset, self.name);
    }
}
