package org.jabiru.modules.cmath;

import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.modules.math.LibM;
import org.jabiru.object.Errors;

/**
 * The square root, the logarithm and the inverse functions: W. Kahan, "Branch Cuts for Complex
 * Elementary Functions", with care for what over- and underflows.
 */
final class Inverse {
    /** Sums of two squares or of two such numbers stay finite below it. */
    private static final double LARGE = Double.MAX_VALUE / 4;

    private static final double SQRT_LARGE = Math.sqrt(LARGE);
    private static final double SQRT_SMALL = Math.sqrt(Double.MIN_NORMAL);
    private static final double LN2 = Math.log(2);

    private Inverse() {}

    private static boolean isLarge(PyComplex z) {
        return Math.abs(z.real) > LARGE || Math.abs(z.imag) > LARGE;
    }

    /** {@code log(2 * abs(z))} for a large z. */
    private static double logOfTwice(PyComplex z) {
        return LibM.LOG.of(LibM.HYPOT.of(z.real / 2, z.imag / 2)) + 2 * LN2;
    }

    private static PyComplex sqrt(double real, double imag) {
        return sqrt(new PyComplex(real, imag));
    }

    /** The square root with a real part that is not negative. */
    static PyComplex sqrt(PyComplex z) {
        PyComplex special = SpecialValues.SQRT.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        if (z.real == 0 && z.imag == 0) {
            return new PyComplex(0.0, z.imag);
        }
        double x = Math.abs(z.real);
        double y = Math.abs(z.imag);
        double s;
        if (x < Double.MIN_NORMAL && y < Double.MIN_NORMAL) {
            double scaled = x * 0x1p54;
            s = Math.sqrt((scaled + LibM.HYPOT.of(scaled, y * 0x1p54)) / 2) * 0x1p-27;
        } else {
            x /= 8;
            s = 2 * Math.sqrt(x + LibM.HYPOT.of(x, y / 8));
        }
        double d = y / (2 * s);
        return z.real >= 0
                ? new PyComplex(s, Math.copySign(d, z.imag))
                : new PyComplex(d, Math.copySign(s, z.imag));
    }

    /** The natural logarithm; the real part is -inf for zero. */
    static PyComplex log(PyComplex z) {
        PyComplex special = SpecialValues.LOG.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        return new PyComplex(logOfAbsolute(z), LibM.ATAN2.of(z.imag, z.real));
    }

    private static double logOfAbsolute(PyComplex z) {
        double x = Math.abs(z.real);
        double y = Math.abs(z.imag);
        if (x > LARGE || y > LARGE) {
            return LibM.LOG.of(LibM.HYPOT.of(x / 2, y / 2)) + LN2;
        }
        if (x < Double.MIN_NORMAL && y < Double.MIN_NORMAL) {
            return x == 0 && y == 0
                    ? Double.NEGATIVE_INFINITY
                    : LibM.LOG.of(LibM.HYPOT.of(x * 0x1p53, y * 0x1p53)) - 53 * LN2;
        }
        double length = LibM.HYPOT.of(x, y);
        if (0.71 <= length && length <= 1.73) {
            // The logarithm is near zero: length - 1 has lost digits that x and y still have.
            double more = Math.max(x, y);
            double less = Math.min(x, y);
            return LibM.LOG1P.of((more - 1) * (more + 1) + less * less) / 2;
        }
        return LibM.LOG.of(length);
    }

    /** The inverse cosine. */
    static PyComplex acos(PyComplex z) {
        PyComplex special = SpecialValues.ACOS.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        if (isLarge(z)) {
            double size = logOfTwice(z);
            return new PyComplex(
                    LibM.ATAN2.of(Math.abs(z.imag), z.real), Math.copySign(size, -z.imag));
        }
        PyComplex below = sqrt(1 - z.real, -z.imag);
        PyComplex above = sqrt(1 + z.real, z.imag);
        return new PyComplex(
                2 * LibM.ATAN2.of(below.real, above.real),
                LibM.ASINH.of(above.real * below.imag - above.imag * below.real));
    }

    /** The inverse hyperbolic cosine. */
    static PyComplex acosh(PyComplex z) {
        PyComplex special = SpecialValues.ACOSH.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        if (isLarge(z)) {
            return new PyComplex(logOfTwice(z), LibM.ATAN2.of(z.imag, z.real));
        }
        PyComplex below = sqrt(z.real - 1, z.imag);
        PyComplex above = sqrt(z.real + 1, z.imag);
        return new PyComplex(
                LibM.ASINH.of(below.real * above.real + below.imag * above.imag),
                2 * LibM.ATAN2.of(below.imag, above.real));
    }

    /** The inverse hyperbolic sine. */
    static PyComplex asinh(PyComplex z) {
        PyComplex special = SpecialValues.ASINH.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        if (isLarge(z)) {
            return new PyComplex(
                    Math.copySign(logOfTwice(z), z.real), LibM.ATAN2.of(z.imag, Math.abs(z.real)));
        }
        PyComplex above = sqrt(1 + z.imag, -z.real);
        PyComplex below = sqrt(1 - z.imag, z.real);
        return new PyComplex(
                LibM.ASINH.of(above.real * below.imag - below.real * above.imag),
                LibM.ATAN2.of(z.imag, above.real * below.real - above.imag * below.imag));
    }

    /** The inverse hyperbolic tangent; ValueError at 1 and -1. */
    static PyComplex atanh(PyComplex z) {
        PyComplex special = SpecialValues.ATANH.find(z.real, z.imag);
        if (special != null) {
            return special;
        }
        if (Math.copySign(1.0, z.real) < 0) {
            PyComplex opposite = atanh(new PyComplex(-z.real, -z.imag));
            return new PyComplex(-opposite.real, -opposite.imag);
        }
        double y = Math.abs(z.imag);
        if (z.real > SQRT_LARGE || y > SQRT_LARGE) {
            double half = LibM.HYPOT.of(z.real / 2, z.imag / 2);
            return new PyComplex(z.real / 4 / half / half, Math.copySign(Math.PI / 2, z.imag));
        }
        if (z.real == 1 && y < SQRT_SMALL) {
            if (y == 0) {
                throw Errors.valueError("math domain error");
            }
            return new PyComplex(
                    -LibM.LOG.of(Math.sqrt(y) / Math.sqrt(LibM.HYPOT.of(y, 2))),
                    Math.copySign(LibM.ATAN2.of(2, -y) / 2, z.imag));
        }
        double rest = 1 - z.real;
        return new PyComplex(
                LibM.LOG1P.of(4 * z.real / (rest * rest + y * y)) / 4,
                -LibM.ATAN2.of(-2 * z.imag, rest * (1 + z.real) - y * y) / 2);
    }
}
