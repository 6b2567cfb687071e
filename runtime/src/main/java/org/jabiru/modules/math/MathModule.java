package org.jabiru.modules.math;

import java.math.BigInteger;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.builtins.floats.FloatText;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyFloat;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/** The functions of math on floats. */
@BuiltinModule("math")
public final class MathModule {
    private MathModule() {}

    /** The constants. */
    public static void initialize(PyModule module) {
        module.dict.put("pi", Math.PI);
        module.dict.put("e", Math.E);
        module.dict.put("tau", 2 * Math.PI);
        module.dict.put("inf", Double.POSITIVE_INFINITY);
        module.dict.put("nan", Double.NaN);
    }

    private static PyException domainError() {
        return Errors.valueError("math domain error");
    }

    private static PyException rangeError() {
        return Errors.overflowError("math range error");
    }

    private static PyException expected(String what, double got) {
        return Errors.valueError("expected %s, got %s", what, FloatText.repr(got));
    }

    /** A result that is not infinite unless the argument was. */
    private static double inRange(double result, double x) {
        if (Double.isInfinite(result) && Double.isFinite(x)) {
            throw rangeError();
        }
        return result;
    }

    private static double finite(double x) {
        if (Double.isInfinite(x)) {
            throw expected("a finite input", x);
        }
        return x;
    }

    @Builtin("sin(x, /)")
    static double sin(double x) {
        return LibM.SIN.of(finite(x));
    }

    @Builtin("cos(x, /)")
    static double cos(double x) {
        return LibM.COS.of(finite(x));
    }

    @Builtin("tan(x, /)")
    static double tan(double x) {
        return LibM.TAN.of(finite(x));
    }

    @Builtin("asinh(x, /)")
    static double asinh(double x) {
        return LibM.ASINH.of(x);
    }

    @Builtin("atan(x, /)")
    static double atan(double x) {
        return LibM.ATAN.of(x);
    }

    @Builtin("cbrt(x, /)")
    static double cbrt(double x) {
        return LibM.CBRT.of(x);
    }

    @Builtin("erf(x, /)")
    static double erf(double x) {
        return LibM.ERF.of(x);
    }

    @Builtin("erfc(x, /)")
    static double erfc(double x) {
        return LibM.ERFC.of(x);
    }

    @Builtin("tanh(x, /)")
    static double tanh(double x) {
        return LibM.TANH.of(x);
    }

    @Builtin("exp(x, /)")
    static double exp(double x) {
        return inRange(LibM.EXP.of(x), x);
    }

    @Builtin("exp2(x, /)")
    static double exp2(double x) {
        return inRange(LibM.EXP2.of(x), x);
    }

    @Builtin("expm1(x, /)")
    static double expm1(double x) {
        return inRange(LibM.EXPM1.of(x), x);
    }

    @Builtin("sinh(x, /)")
    static double sinh(double x) {
        return inRange(LibM.SINH.of(x), x);
    }

    @Builtin("cosh(x, /)")
    static double cosh(double x) {
        return inRange(LibM.COSH.of(x), x);
    }

    @Builtin("acos(x, /)")
    static double acos(double x) {
        if (x < -1 || x > 1) {
            throw expected("a number in range from -1 up to 1", x);
        }
        return LibM.ACOS.of(x);
    }

    @Builtin("asin(x, /)")
    static double asin(double x) {
        if (x < -1 || x > 1) {
            throw expected("a number in range from -1 up to 1", x);
        }
        return LibM.ASIN.of(x);
    }

    @Builtin("acosh(x, /)")
    static double acosh(double x) {
        if (x < 1) {
            throw expected("argument value not less than 1", x);
        }
        return LibM.ACOSH.of(x);
    }

    @Builtin("atanh(x, /)")
    static double atanh(double x) {
        if (x <= -1 || x >= 1) {
            throw expected("a number between -1 and 1", x);
        }
        return LibM.ATANH.of(x);
    }

    @Builtin("log1p(x, /)")
    static double log1p(double x) {
        if (x <= -1) {
            throw expected("argument value > -1", x);
        }
        return LibM.LOG1P.of(x);
    }

    @Builtin("sqrt(x, /)")
    static double sqrt(double x) {
        if (x < 0) {
            throw expected("a nonnegative input", x);
        }
        return Math.sqrt(x);
    }

    @Builtin("gamma(x, /)")
    static double gamma(double x) {
        return special(Gamma.gamma(x), x);
    }

    @Builtin("lgamma(x, /)")
    static double lgamma(double x) {
        return special(Gamma.logGamma(x), x);
    }

    private static double special(double result, double x) {
        if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw expected("a noninteger or positive integer", x);
        }
        return inRange(result, x);
    }

    // ---- logarithms: ints of any size ----

    private static double logarithm(LibM function, Object x) {
        Object i = Numbers.intOrNull(x);
        if (i == null) {
            double d = Numbers.toDouble(x);
            if (d <= 0) {
                throw expected("a positive input", d);
            }
            return function.of(d);
        }
        if (IntArithmetic.isNegative(i) || i.equals(0L)) {
            throw Errors.valueError("expected a positive input");
        }
        if (i instanceof Long l) {
            return function.of((double) l);
        }
        BigInteger big = (BigInteger) i;
        double d = big.doubleValue();
        if (Double.isFinite(d)) {
            return function.of(d);
        }
        // d = mantissa * 2**exponent with a mantissa from 0.5 up to 1
        int exponent = big.bitLength();
        double mantissa = big.shiftRight(exponent - 64).doubleValue() * 0x1p-64;
        return function.of(mantissa) + function.of(2.0) * exponent;
    }

    @Builtin(value = "log(x, base=<unrepresentable>, /)", shown = "none")
    static double log(Object x, Object base) {
        double result = logarithm(LibM.LOG, x);
        return base == null ? result : FloatArithmetic.divide(result, logarithm(LibM.LOG, base));
    }

    @Builtin("log2(x, /)")
    static double log2(Object x) {
        return logarithm(LibM.LOG2, x);
    }

    @Builtin("log10(x, /)")
    static double log10(Object x) {
        return logarithm(LibM.LOG10, x);
    }

    // ---- two arguments ----

    @Builtin("atan2(y, x, /)")
    static double atan2(double y, double x) {
        return LibM.ATAN2.of(y, x);
    }

    @Builtin("copysign(x, y, /)")
    static double copysign(double x, double y) {
        // Math.copySign may ignore the sign of a nan.
        return Double.doubleToRawLongBits(y) < 0 ? -Math.abs(x) : Math.abs(x);
    }

    @Builtin("fmod(x, y, /)")
    static double fmod(double x, double y) {
        double r = x % y;
        if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return r;
    }

    @Builtin("remainder(x, y, /)")
    static double remainder(double x, double y) {
        double r = Math.IEEEremainder(x, y);
        if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return r;
    }

    @Builtin("pow(x, y, /)")
    static double pow(double x, double y) {
        double r = LibM.POW.of(x, y);
        if (Double.isFinite(x) && Double.isFinite(y) && !Double.isFinite(r)) {
            if (Double.isNaN(r) || x == 0) {
                throw domainError();
            }
            throw rangeError();
        }
        return r;
    }

    @Builtin("fma(x, y, z, /)")
    static double fma(double x, double y, double z) {
        double r = Math.fma(x, y, z);
        if (Double.isNaN(r) && !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z)) {
            throw Errors.valueError("invalid operation in fma");
        }
        if (Double.isInfinite(r)
                && Double.isFinite(x)
                && Double.isFinite(y)
                && Double.isFinite(z)) {
            throw Errors.overflowError("overflow in fma");
        }
        return r;
    }

    @Builtin("ldexp(x, i, /)")
    static double ldexp(double x, Object i) {
        Object exponent = Numbers.intOrNull(i);
        if (exponent == null) {
            throw Errors.typeError("Expected an int as second argument to ldexp.");
        }
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        int e =
                exponent instanceof Long l
                        ? (int) Math.clamp(l, -5000, 5000)
                        : ((BigInteger) exponent).signum() * 5000;
        return inRange(Math.scalb(x, e), x);
    }

    @Builtin("nextafter(x, y, /, *, steps=None)")
    static double nextAfter(double x, double y, Object steps) {
        if (steps == Singleton.NONE) {
            return Math.nextAfter(x, y);
        }
        Object n = Numbers.index(steps);
        if (IntArithmetic.isNegative(n)) {
            throw Errors.valueError("steps must be a non-negative integer");
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        // The bits of doubles as ints in the order of their values.
        BigInteger from = BigInteger.valueOf(ordered(x));
        BigInteger to = BigInteger.valueOf(ordered(y));
        if (n.equals(0L)) {
            return x;
        }
        if (x == y) {
            return y;
        }
        BigInteger distance = to.subtract(from);
        BigInteger wanted = Numbers.big(n);
        if (wanted.compareTo(distance.abs()) >= 0) {
            return y;
        }
        long at = from.add(distance.signum() < 0 ? wanted.negate() : wanted).longValue();
        return Double.longBitsToDouble(at < 0 ? Long.MIN_VALUE - at : at);
    }

    private static long ordered(double d) {
        long bits = Double.doubleToRawLongBits(d);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    // ---- parts of a number ----

    @Builtin("fabs(x, /)")
    static double fabs(double x) {
        return Math.abs(x);
    }

    @Builtin("ulp(x, /)")
    static double ulp(double x) {
        return Double.isNaN(x) ? x : Math.ulp(x);
    }

    @Builtin("degrees(x, /)")
    static double degrees(double x) {
        return x * (180.0 / Math.PI);
    }

    @Builtin("radians(x, /)")
    static double radians(double x) {
        return x * (Math.PI / 180.0);
    }

    @Builtin("frexp(x, /)")
    static Object frexp(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return new PyTuple(x, 0L);
        }
        double m = x;
        int exponent = 0;
        if (Math.abs(m) < Double.MIN_NORMAL) {
            m *= 0x1p54;
            exponent = -54;
        }
        int e = Math.getExponent(m) + 1;
        return new PyTuple(Math.scalb(m, -e), (long) (exponent + e));
    }

    @Builtin("modf(x, /)")
    static Object modf(double x) {
        if (Double.isInfinite(x)) {
            return new PyTuple(Math.copySign(0.0, x), x);
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return new PyTuple(Math.copySign(x - whole, x), whole);
    }

    private static Object rounded(Object x, String special, boolean up) {
        Double d = x instanceof Double own ? own : x instanceof PyFloat f ? f.value : null;
        if (d == null || x instanceof PyFloat) {
            Object result = Call.specialOrNull(x, special);
            if (result != null) {
                return result;
            }
            d = Numbers.toDouble(x);
        }
        return FloatArithmetic.toInt(up ? Math.ceil(d) : Math.floor(d));
    }

    @Builtin("floor(x, /)")
    static Object floor(Object x) {
        return rounded(x, "__floor__", false);
    }

    @Builtin("ceil(x, /)")
    static Object ceil(Object x) {
        return rounded(x, "__ceil__", true);
    }

    @Builtin("trunc(x, /)")
    static Object trunc(Object x) {
        if (x instanceof Double d) {
            return FloatArithmetic.toInt(d);
        }
        Object result = Call.specialOrNull(x, "__trunc__");
        if (result == null) {
            throw Errors.typeError("type %s doesn't define __trunc__ method", Types.of(x).name());
        }
        return result;
    }

    // ---- questions ----

    @Builtin("isfinite(x, /)")
    static boolean isFinite(double x) {
        return Double.isFinite(x);
    }

    @Builtin("isinf(x, /)")
    static boolean isInfinite(double x) {
        return Double.isInfinite(x);
    }

    @Builtin("isnan(x, /)")
    static boolean isNan(double x) {
        return Double.isNaN(x);
    }

    @Builtin("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
    static boolean isClose(double a, double b, double relative, double absolute) {
        if (relative < 0 || absolute < 0) {
            throw Errors.valueError("tolerances must be non-negative");
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        double difference = Math.abs(b - a);
        return difference <= Math.abs(relative * b)
                || difference <= Math.abs(relative * a)
                || difference <= absolute;
    }
}
