package org.jabiru.modules.cmath;

import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.modules.math.LibM;
import org.jabiru.object.Errors;

/** exp and the hyperbolic functions. */
final class Hyperbolic {
    /** Beyond it, exp and its kin are computed for an argument smaller by one, then multiplied. */
    private static final double LARGE = Math.log(Double.MAX_VALUE / 4);

    private Hyperbolic() {}

    private static PyComplex inRange(double real, double imag) {
        if (Double.isInfinite(real) || Double.isInfinite(imag)) {
            throw Errors.overflowError("math range error");
        }
        return new PyComplex(real, imag);
    }

    /** {@code size} with the sign of {@code sign}. */
    private static double signed(double size, double sign) {
        return Math.copySign(size, sign);
    }

    /** {@code e**z}. */
    static PyComplex exp(PyComplex z) {
        PyComplex special = SpecialValues.EXP.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        double cos = LibM.COS.of(z.imag);
        double sin = LibM.SIN.of(z.imag);
        if (Double.isInfinite(z.real)) {
            double size = z.real > 0 ? z.real : 0.0;
            return new PyComplex(signed(size, cos), signed(size, sin));
        }
        if (z.real > LARGE) {
            double length = LibM.EXP.of(z.real - 1);
            return inRange(length * cos * Math.E, length * sin * Math.E);
        }
        double length = LibM.EXP.of(z.real);
        return inRange(length * cos, length * sin);
    }

    /** The hyperbolic cosine. */
    static PyComplex cosh(PyComplex z) {
        PyComplex special = SpecialValues.COSH.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        double cos = LibM.COS.of(z.imag);
        double sin = LibM.SIN.of(z.imag);
        if (Double.isInfinite(z.real)) {
            double infinity = Double.POSITIVE_INFINITY;
            return new PyComplex(signed(infinity, cos), signed(infinity, z.real > 0 ? sin : -sin));
        }
        if (Math.abs(z.real) > LARGE) {
            double smaller = z.real - signed(1.0, z.real);
            return inRange(
                    cos * LibM.COSH.of(smaller) * Math.E, sin * LibM.SINH.of(smaller) * Math.E);
        }
        return inRange(cos * LibM.COSH.of(z.real), sin * LibM.SINH.of(z.real));
    }

    /** The hyperbolic sine. */
    static PyComplex sinh(PyComplex z) {
        PyComplex special = SpecialValues.SINH.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        double cos = LibM.COS.of(z.imag);
        double sin = LibM.SIN.of(z.imag);
        if (Double.isInfinite(z.real)) {
            double infinity = Double.POSITIVE_INFINITY;
            return new PyComplex(signed(infinity, z.real > 0 ? cos : -cos), signed(infinity, sin));
        }
        if (Math.abs(z.real) > LARGE) {
            double smaller = z.real - signed(1.0, z.real);
            return inRange(
                    cos * LibM.SINH.of(smaller) * Math.E, sin * LibM.COSH.of(smaller) * Math.E);
        }
        return inRange(cos * LibM.SINH.of(z.real), sin * LibM.COSH.of(z.real));
    }

    /** The hyperbolic tangent. */
    static PyComplex tanh(PyComplex z) {
        PyComplex special = SpecialValues.TANH.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        if (Math.abs(z.real) > LARGE) {
            // The real part is 1 to all digits; the other one vanishes slowly.
            double wave = 2 * LibM.SIN.of(z.imag) * LibM.COS.of(z.imag);
            double imag =
                    Double.isInfinite(z.real)
                            ? signed(0.0, wave)
                            : 2 * wave * LibM.EXP.of(-2 * Math.abs(z.real));
            return new PyComplex(signed(1.0, z.real), imag);
        }
        double t = LibM.TANH.of(z.real);
        double tan = LibM.TAN.of(z.imag);
        double sech = 1 / LibM.COSH.of(z.real);
        double product = t * tan;
        double denominator = 1 + product * product;
        return new PyComplex(t * (1 + tan * tan) / denominator, tan / denominator * sech * sech);
    }
}
