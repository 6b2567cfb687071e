package org.jabiru.modules.datetime;

import java.math.BigInteger;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;

/** The methods of {@code datetime.timedelta}. */
@BuiltinType(
        value = "timedelta",
        signature = "none",
        doc = "A duration: days, seconds and microseconds.")
public final class TimeDeltaType {
    public static final PyType TYPE =
            PyType.builtin("datetime.timedelta", TimeDeltaTypeTable::new, PyTimeDelta::zero);

    static final PyTimeDelta MICROSECOND = PyTimeDelta.of(0, 0, 1);
    static final PyTimeDelta DAY = PyTimeDelta.of(1, 0, 0);
    static final PyTimeDelta ZERO = PyTimeDelta.of(0, 0, 0);

    private TimeDeltaType() {}

    /** Adds the attributes that are instances. */
    static void fill(PyDict attributes) {
        attributes.put(Str.name("resolution"), MICROSECOND);
        attributes.put(Str.name("min"), PyTimeDelta.of(-PyTimeDelta.MAX_DAYS, 0, 0));
        attributes.put(
                Str.name("max"),
                PyTimeDelta.of(
                        PyTimeDelta.MAX_DAYS, Clock.SECONDS_PER_DAY - 1, Clock.MICROSECONDS - 1));
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return Finalizers.watched(TimeDeltaSum.make(cls, args, keywords));
    }

    @Builtin(value = "days", kind = BuiltinKind.FIELD, doc = "Number of days, of any sign.")
    static long days(PyTimeDelta self) {
        return self.days;
    }

    @Builtin(value = "seconds", kind = BuiltinKind.FIELD, doc = "Number of seconds, below a day.")
    static long seconds(PyTimeDelta self) {
        return self.seconds;
    }

    @Builtin(
            value = "microseconds",
            kind = BuiltinKind.FIELD,
            doc = "Number of microseconds, below a second.")
    static long microseconds(PyTimeDelta self) {
        return self.microseconds;
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyTimeDelta self) {
        StringBuilder out = new StringBuilder(self.type().name()).append('(');
        int empty = out.length();
        part(out, empty, "days", self.days);
        part(out, empty, "seconds", self.seconds);
        part(out, empty, "microseconds", self.microseconds);
        return out.length() == empty ? out.append("0)").toString() : out.append(')').toString();
    }

    private static void part(StringBuilder out, int empty, String name, int value) {
        if (value != 0) {
            out.append(out.length() == empty ? "" : ", ").append(name).append('=').append(value);
        }
    }

    @Builtin("__str__(self, /)")
    static String str(PyTimeDelta self) {
        StringBuilder out = new StringBuilder();
        if (self.days != 0) {
            out.append(self.days).append(Math.abs(self.days) == 1 ? " day, " : " days, ");
        }
        int minutes = self.seconds / 60;
        out.append(minutes / 60);
        IsoText.two(out.append(':'), minutes % 60);
        IsoText.two(out.append(':'), self.seconds % 60);
        if (self.microseconds != 0) {
            IsoText.digits(out.append('.'), self.microseconds, 6);
        }
        return out.toString();
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyTimeDelta self) {
        return Hashing.hash(state(self));
    }

    private static PyTuple state(PyTimeDelta self) {
        return PyTuple.of((long) self.days, (long) self.seconds, (long) self.microseconds);
    }

    @Builtin("__bool__(self, /)")
    static boolean bool(PyTimeDelta self) {
        return !self.isZero();
    }

    @Builtin(value = "__reduce__(self, /)", doc = "For pickling.")
    static Object reduce(PyTimeDelta self) {
        return PyTuple.of(self.type(), state(self));
    }

    @Builtin(value = "total_seconds(self, /)", doc = "The whole duration in seconds.")
    static double totalSeconds(PyTimeDelta self) {
        return IntArithmetic.trueDivide(
                Numbers.normalize(self.inMicroseconds()), (long) Clock.MICROSECONDS);
    }

    // ---- comparison ----

    private static Object compare(Op op, PyTimeDelta a, Object other) {
        return other instanceof PyTimeDelta b
                ? op.holds(a.compareTo(b))
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyTimeDelta self, Object value) {
        return compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyTimeDelta self, Object value) {
        return compare(Op.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyTimeDelta self, Object value) {
        return compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyTimeDelta self, Object value) {
        return compare(Op.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyTimeDelta self, Object value) {
        return compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyTimeDelta self, Object value) {
        return compare(Op.GE, self, value);
    }

    // ---- arithmetic ----

    @Builtin("__add__(self, value, /)")
    static Object add(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d ? self.plus(d, 1) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__radd__(self, value, /)")
    static Object addReflected(PyTimeDelta self, Object value) {
        return add(self, value);
    }

    @Builtin("__sub__(self, value, /)")
    static Object subtract(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d ? self.plus(d, -1) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static Object subtractReflected(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d ? d.plus(self, -1) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__neg__(self, /)")
    static Object negative(PyTimeDelta self) {
        return self.negated();
    }

    @Builtin("__pos__(self, /)")
    static Object positive(PyTimeDelta self) {
        return PyTimeDelta.of(self.days, self.seconds, self.microseconds);
    }

    @Builtin("__abs__(self, /)")
    static Object abs(PyTimeDelta self) {
        return self.days < 0 ? self.negated() : positive(self);
    }

    private static Object made(Object microseconds) {
        return PyTimeDelta.ofMicroseconds(TYPE, Numbers.big(microseconds));
    }

    private static Object plain(PyTimeDelta self) {
        return Numbers.normalize(self.inMicroseconds());
    }

    /** Numerator and denominator of a float; null for what is none. */
    private static Object[] ratioOrNull(Object value) {
        if (value instanceof Double d) {
            return FloatArithmetic.integerRatio(d);
        }
        if (!(value instanceof PyFloat)) {
            return null;
        }
        Object ratio = Call.method(value, "as_integer_ratio");
        if (!(ratio instanceof PyTuple t)) {
            throw Errors.typeError(
                    "unexpected return type from as_integer_ratio(): expected tuple, not '%s'",
                    Types.of(ratio).name());
        }
        if (t.size() != 2) {
            throw Errors.valueError("as_integer_ratio() must return a 2-tuple");
        }
        Object[] parts = {Numbers.intOrNull(t.get(0)), Numbers.intOrNull(t.get(1))};
        if (parts[0] == null || parts[1] == null) {
            throw Errors.typeError("non-integer arguments in division");
        }
        return parts;
    }

    @Builtin("__mul__(self, value, /)")
    static Object multiply(PyTimeDelta self, Object value) {
        Object i = Numbers.intOrNull(value);
        if (i != null) {
            return made(self.inMicroseconds().multiply(Numbers.big(i)));
        }
        Object[] ratio = ratioOrNull(value);
        if (ratio == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return made(
                nearest(
                        self.inMicroseconds().multiply(Numbers.big(ratio[0])),
                        Numbers.big(ratio[1])));
    }

    @Builtin("__rmul__(self, value, /)")
    static Object multiplyReflected(PyTimeDelta self, Object value) {
        return multiply(self, value);
    }

    /** The quotient rounded half to even. */
    private static BigInteger nearest(BigInteger n, BigInteger d) {
        Object[] both = IntArithmetic.divideAndModulo(Numbers.normalize(n), Numbers.normalize(d));
        BigInteger quotient = Numbers.big(both[0]);
        int half = Numbers.big(both[1]).abs().shiftLeft(1).compareTo(d.abs());
        return half > 0 || half == 0 && quotient.testBit(0)
                ? quotient.add(BigInteger.ONE)
                : quotient;
    }

    @Builtin("__truediv__(self, value, /)")
    static Object divide(PyTimeDelta self, Object value) {
        if (value instanceof PyTimeDelta d) {
            return IntArithmetic.trueDivide(plain(self), plain(d));
        }
        Object i = Numbers.intOrNull(value);
        if (i != null) {
            return made(nearest(self.inMicroseconds(), Numbers.big(i)));
        }
        Object[] ratio = ratioOrNull(value);
        if (ratio == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return made(
                nearest(
                        self.inMicroseconds().multiply(Numbers.big(ratio[1])),
                        Numbers.big(ratio[0])));
    }

    @Builtin("__rtruediv__(self, value, /)")
    static Object divideReflected(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d ? divide(d, self) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__floordiv__(self, value, /)")
    static Object floorDivide(PyTimeDelta self, Object value) {
        if (value instanceof PyTimeDelta d) {
            return IntArithmetic.floorDivide(plain(self), plain(d));
        }
        Object i = Numbers.intOrNull(value);
        return i == null
                ? Singleton.NOT_IMPLEMENTED
                : made(IntArithmetic.floorDivide(plain(self), i));
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static Object floorDivideReflected(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d ? floorDivide(d, self) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__divmod__(self, value, /)")
    static Object divideAndModulo(PyTimeDelta self, Object value) {
        if (!(value instanceof PyTimeDelta d)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Object[] both = IntArithmetic.divideAndModulo(plain(self), plain(d));
        return PyTuple.of(both[0], made(both[1]));
    }

    @Builtin("__rdivmod__(self, value, /)")
    static Object divideAndModuloReflected(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d
                ? divideAndModulo(d, self)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__mod__(self, value, /)")
    static Object modulo(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d
                ? made(IntArithmetic.divideAndModulo(plain(self), plain(d))[1])
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rmod__(self, value, /)")
    static Object moduloReflected(PyTimeDelta self, Object value) {
        return value instanceof PyTimeDelta d ? modulo(d, self) : Singleton.NOT_IMPLEMENTED;
    }
}
