package org.jabiru.modules.datetime;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** The methods of {@code datetime.tzinfo}. */
@BuiltinType(
        value = "tzinfo",
        signature = "none",
        doc = "Base of the classes that describe time zones.")
public final class TzInfoType {
    public static final PyType TYPE = PyType.builtin("datetime.tzinfo", TzInfoTypeTable::new, null);

    private TzInfoType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return cls.factory.make(cls);
    }

    private static RuntimeException missing(String method) {
        return Errors.notImplemented("a tzinfo subclass must implement %s()", method);
    }

    @Builtin(
            value = "tzname(self, dt, /)",
            shown = "($self, object, /)",
            doc = "The name of the time zone at a datetime.")
    static Object name(Object self, Object dt) {
        throw missing("tzname");
    }

    @Builtin(
            value = "utcoffset(self, dt, /)",
            shown = "($self, object, /)",
            doc = "How far local time is ahead of UTC, as a timedelta.")
    static Object utcOffset(Object self, Object dt) {
        throw missing("utcoffset");
    }

    @Builtin(
            value = "dst(self, dt, /)",
            shown = "($self, object, /)",
            doc = "The part of the offset that is daylight saving time.")
    static Object dst(Object self, Object dt) {
        throw missing("dst");
    }

    /** The datetime that the argument is; TypeError, and ValueError for one of another zone. */
    static PyDateTime own(Object self, Object dt) {
        if (!(dt instanceof PyDateTime utc)) {
            throw Errors.typeError("fromutc: argument must be a datetime");
        }
        if (utc.tzinfo != self) {
            throw Errors.valueError("fromutc: dt.tzinfo is not self");
        }
        return utc;
    }

    /** Local time from UTC, for zones whose standard offset does not change (manual, fromutc). */
    @Builtin(
            value = "fromutc(self, dt, /)",
            shown = "($self, object, /)",
            doc = "The local time of a datetime that is in UTC.")
    static Object fromUtc(PyObject self, Object dt) {
        PyDateTime utc = own(self, dt);
        PyTimeDelta offset = required("utcoffset", utc.offset());
        PyTimeDelta dst = required("dst", Zone.dst(utc.tzinfo, utc));
        Object standard = DateTimeArithmetic.plus(utc, offset.plus(dst, -1), 1);
        if (!(standard instanceof PyDateTime local)) {
            return standard;
        }
        PyTimeDelta more = Zone.dst(utc.tzinfo, local);
        if (more == null) {
            throw Errors.valueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
        }
        return more.isZero() ? local : DateTimeArithmetic.plus(local, more, 1);
    }

    private static PyTimeDelta required(String method, PyTimeDelta value) {
        if (value == null) {
            throw Errors.valueError("fromutc: non-None %s() result required", method);
        }
        return value;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "For pickling.")
    static Object reduce(PyObject self) {
        Object method = Attributes.getOrNull(self, "__getinitargs__");
        Object args =
                method == null ? PyTuple.EMPTY : PyTuple.of(Iteration.toArray(Call.call(method)));
        return PyTuple.of(self.type(), args, Call.method(self, "__getstate__"));
    }
}
