package org.jabiru.modules.cmath;

import org.jabiru.builtins.complex.ComplexArithmetic;
import org.jabiru.builtins.complex.ComplexType;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.math.LibM;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;

/** The functions of cmath. */
@BuiltinModule("cmath")
public final class CmathModule {
    private static final double LN10 = Math.log(10);

    private CmathModule() {}

    /** The constants. */
    public static void initialize(PyModule module) {
        module.dict.put("pi", Math.PI);
        module.dict.put("e", Math.E);
        module.dict.put("tau", 2 * Math.PI);
        module.dict.put("inf", Double.POSITIVE_INFINITY);
        module.dict.put("infj", new PyComplex(0.0, Double.POSITIVE_INFINITY));
        module.dict.put("nan", Double.NaN);
        module.dict.put("nanj", new PyComplex(0.0, Double.NaN));
    }

    /** {@code i * z}; exact, unlike the product of complex numbers. */
    private static PyComplex timesI(PyComplex z) {
        return new PyComplex(-z.imag, z.real);
    }

    /** {@code z / i}. */
    private static PyComplex overI(PyComplex z) {
        return new PyComplex(z.imag, -z.real);
    }

    @Builtin("acos(z, /)")
    static PyComplex acos(Object z) {
        return Inverse.acos(ComplexType.valueOf(z));
    }

    @Builtin("acosh(z, /)")
    static PyComplex acosh(Object z) {
        return Inverse.acosh(ComplexType.valueOf(z));
    }

    @Builtin("asin(z, /)")
    static PyComplex asin(Object z) {
        return overI(Inverse.asinh(timesI(ComplexType.valueOf(z))));
    }

    @Builtin("asinh(z, /)")
    static PyComplex asinh(Object z) {
        return Inverse.asinh(ComplexType.valueOf(z));
    }

    @Builtin("atan(z, /)")
    static PyComplex atan(Object z) {
        return overI(Inverse.atanh(timesI(ComplexType.valueOf(z))));
    }

    @Builtin("atanh(z, /)")
    static PyComplex atanh(Object z) {
        return Inverse.atanh(ComplexType.valueOf(z));
    }

    @Builtin("cos(z, /)")
    static PyComplex cos(Object z) {
        return Hyperbolic.cosh(timesI(ComplexType.valueOf(z)));
    }

    @Builtin("cosh(z, /)")
    static PyComplex cosh(Object z) {
        return Hyperbolic.cosh(ComplexType.valueOf(z));
    }

    @Builtin("exp(z, /)")
    static PyComplex exp(Object z) {
        return Hyperbolic.exp(ComplexType.valueOf(z));
    }

    @Builtin("sin(z, /)")
    static PyComplex sin(Object z) {
        return overI(Hyperbolic.sinh(timesI(ComplexType.valueOf(z))));
    }

    @Builtin("sinh(z, /)")
    static PyComplex sinh(Object z) {
        return Hyperbolic.sinh(ComplexType.valueOf(z));
    }

    @Builtin("sqrt(z, /)")
    static PyComplex sqrt(Object z) {
        return Inverse.sqrt(ComplexType.valueOf(z));
    }

    @Builtin("tan(z, /)")
    static PyComplex tan(Object z) {
        return overI(Hyperbolic.tanh(timesI(ComplexType.valueOf(z))));
    }

    @Builtin("tanh(z, /)")
    static PyComplex tanh(Object z) {
        return Hyperbolic.tanh(ComplexType.valueOf(z));
    }

    @Builtin("log(z, base=<unrepresentable>, /)")
    static PyComplex log(Object z, Object base) {
        PyComplex result = Inverse.log(ComplexType.valueOf(z));
        if (base == null) {
            return finiteLog(result);
        }
        PyComplex divisor = Inverse.log(ComplexType.valueOf(base));
        if (divisor.real == 0 && divisor.imag == 0) {
            throw Errors.valueError("math domain error");
        }
        return ComplexArithmetic.divide(result.real, result.imag, divisor.real, divisor.imag);
    }

    @Builtin("log10(z, /)")
    static PyComplex log10(Object z) {
        PyComplex log = finiteLog(Inverse.log(ComplexType.valueOf(z)));
        return new PyComplex(log.real / LN10, log.imag / LN10);
    }

    private static PyComplex finiteLog(PyComplex log) {
        if (log.real == Double.NEGATIVE_INFINITY) {
            throw Errors.valueError("math domain error");
        }
        return log;
    }

    // ---- polar coordinates ----

    @Builtin("phase(z, /)")
    static double phase(Object z) {
        PyComplex c = ComplexType.valueOf(z);
        return LibM.ATAN2.of(c.imag, c.real);
    }

    @Builtin("polar(z, /)")
    static PyTuple polar(Object z) {
        PyComplex c = ComplexType.valueOf(z);
        double radius = LibM.HYPOT.of(c.real, c.imag);
        if (Double.isInfinite(radius) && Double.isFinite(c.real) && Double.isFinite(c.imag)) {
            throw Errors.overflowError("math range error");
        }
        return PyTuple.of(radius, LibM.ATAN2.of(c.imag, c.real));
    }

    @Builtin("rect(r, phi, /)")
    static PyComplex rect(double r, double phi) {
        PyComplex special = SpecialValues.RECT.find(r, phi);
        if (special != null) {
            return special;
        }
        double cos = LibM.COS.of(phi);
        double sin = LibM.SIN.of(phi);
        if (Double.isInfinite(r)) {
            double sign = Math.copySign(1.0, r);
            return new PyComplex(Math.copySign(r, sign * cos), Math.copySign(r, sign * sin));
        }
        return new PyComplex(r * cos, phi == 0 ? r * phi : r * sin);
    }

    // ---- classification ----

    @Builtin("isfinite(z, /)")
    static boolean isFinite(Object z) {
        PyComplex c = ComplexType.valueOf(z);
        return Double.isFinite(c.real) && Double.isFinite(c.imag);
    }

    @Builtin("isinf(z, /)")
    static boolean isInfinite(Object z) {
        PyComplex c = ComplexType.valueOf(z);
        return Double.isInfinite(c.real) || Double.isInfinite(c.imag);
    }

    @Builtin("isnan(z, /)")
    static boolean isNan(Object z) {
        PyComplex c = ComplexType.valueOf(z);
        return Double.isNaN(c.real) || Double.isNaN(c.imag);
    }

    @Builtin("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
    static boolean isClose(Object a, Object b, double relative, double absolute) {
        PyComplex x = ComplexType.valueOf(a);
        PyComplex y = ComplexType.valueOf(b);
        if (relative < 0 || absolute < 0) {
            throw Errors.valueError("tolerances must be non-negative");
        }
        if (x.real == y.real && x.imag == y.imag) {
            return true;
        }
        if (isInfinite(x) || isInfinite(y)) {
            return false;
        }
        double difference = Math.hypot(x.real - y.real, x.imag - y.imag);
        return difference <= relative * Math.hypot(y.real, y.imag)
                || difference <= relative * Math.hypot(x.real, x.imag)
                || difference <= absolute;
    }
}
