package org.jabiru.builtins.complex;

import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** The operators of complex numbers, with infinities and nans as in C's Annex G. */
public final class ComplexArithmetic {
    /** Beyond this exponent, powers are computed through logarithms. */
    private static final int MAX_REPEATED = 100;

    private ComplexArithmetic() {}

    /** {@code (a + bi) * (c + di)}. */
    public static PyComplex multiply(double a, double b, double c, double d) {
        double ac = a * c;
        double bd = b * d;
        double ad = a * d;
        double bc = b * c;
        double re = ac - bd;
        double im = ad + bc;
        if (!Double.isNaN(re) || !Double.isNaN(im)) {
            return new PyComplex(re, im);
        }
        boolean recalculate = false;
        double w = a;
        double x = b;
        double y = c;
        double z = d;
        if (Double.isInfinite(w) || Double.isInfinite(x)) {
            w = box(w);
            x = box(x);
            y = zeroForNan(y);
            z = zeroForNan(z);
            recalculate = true;
        }
        if (Double.isInfinite(y) || Double.isInfinite(z)) {
            y = box(y);
            z = box(z);
            w = zeroForNan(w);
            x = zeroForNan(x);
            recalculate = true;
        }
        if (!recalculate
                && (Double.isInfinite(ac)
                        || Double.isInfinite(bd)
                        || Double.isInfinite(ad)
                        || Double.isInfinite(bc))) {
            w = zeroForNan(w);
            x = zeroForNan(x);
            y = zeroForNan(y);
            z = zeroForNan(z);
            recalculate = true;
        }
        if (recalculate) {
            re = Double.POSITIVE_INFINITY * (w * y - x * z);
            im = Double.POSITIVE_INFINITY * (w * z + x * y);
        }
        return new PyComplex(re, im);
    }

    private static double box(double x) {
        return Math.copySign(Double.isInfinite(x) ? 1.0 : 0.0, x);
    }

    private static double zeroForNan(double x) {
        return Double.isNaN(x) ? Math.copySign(0.0, x) : x;
    }

    /** {@code (a + bi) / (c + di)}; ZeroDivisionError. */
    public static PyComplex divide(double a, double b, double c, double d) {
        double re;
        double im;
        if (Math.abs(c) >= Math.abs(d)) {
            if (c == 0) {
                throw Errors.zeroDivisionError("division by zero");
            }
            double ratio = d / c;
            double denominator = c + d * ratio;
            re = (a + b * ratio) / denominator;
            im = (b - a * ratio) / denominator;
        } else if (Math.abs(d) >= Math.abs(c)) {
            double ratio = c / d;
            double denominator = c * ratio + d;
            re = (a * ratio + b) / denominator;
            im = (b * ratio - a) / denominator;
        } else {
            re = Double.NaN;
            im = Double.NaN;
        }
        if (Double.isNaN(re) && Double.isNaN(im)) {
            if ((Double.isInfinite(a) || Double.isInfinite(b))
                    && Double.isFinite(c)
                    && Double.isFinite(d)) {
                double x = box(a);
                double y = box(b);
                re = Double.POSITIVE_INFINITY * (x * c + y * d);
                im = Double.POSITIVE_INFINITY * (y * c - x * d);
            } else if ((Double.isInfinite(c) || Double.isInfinite(d))
                    && Double.isFinite(a)
                    && Double.isFinite(b)) {
                double x = box(c);
                double y = box(d);
                re = 0.0 * (a * x + b * y);
                im = 0.0 * (b * x - a * y);
            }
        }
        return new PyComplex(re, im);
    }

    /** {@code a / (c + di)}: a real number has no imaginary part, not even 0; ZeroDivisionError. */
    public static PyComplex divide(double a, double c, double d) {
        double re = Double.NaN;
        double im = Double.NaN;
        if (Math.abs(c) >= Math.abs(d)) {
            if (c == 0) {
                throw Errors.zeroDivisionError("division by zero");
            }
            double ratio = d / c;
            double denominator = c + d * ratio;
            re = a / denominator;
            im = -a * ratio / denominator;
        } else if (Math.abs(d) >= Math.abs(c)) {
            double ratio = c / d;
            double denominator = c * ratio + d;
            re = a * ratio / denominator;
            im = -a / denominator;
        }
        boolean infinite = Double.isInfinite(c) || Double.isInfinite(d);
        if (Double.isNaN(re) && Double.isNaN(im) && Double.isFinite(a) && infinite) {
            re = 0.0 * (a * box(c));
            im = 0.0 * (-a * box(d));
        }
        return new PyComplex(re, im);
    }

    /** {@code (a + bi) ** (c + di)}; ZeroDivisionError, OverflowError. */
    public static PyComplex power(double a, double b, double c, double d) {
        PyComplex result;
        if (d == 0 && c == Math.floor(c) && Math.abs(c) <= MAX_REPEATED) {
            result = integerPower(a, b, (int) c);
        } else if (a == 0 && b == 0) {
            if (d != 0 || c < 0) {
                throw zeroToNegative();
            }
            result = new PyComplex(0.0, 0.0);
        } else {
            double magnitude = Math.hypot(a, b);
            double length = Math.pow(magnitude, c);
            double angle = Math.atan2(b, a);
            double phase = angle * c;
            if (d != 0) {
                length *= Math.exp(-angle * d);
                phase += d * Math.log(magnitude);
            }
            result = new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
        }
        if (Double.isInfinite(result.real) || Double.isInfinite(result.imag)) {
            throw Errors.overflowError("complex exponentiation");
        }
        return result;
    }

    private static PyComplex integerPower(double a, double b, int n) {
        if (n > 0) {
            return unsignedPower(a, b, n);
        }
        if (n < 0 && a == 0 && b == 0) {
            throw zeroToNegative();
        }
        PyComplex p = unsignedPower(a, b, -n);
        return n == 0 ? p : divide(1.0, 0.0, p.real, p.imag);
    }

    private static PyComplex unsignedPower(double a, double b, int n) {
        PyComplex result = new PyComplex(1.0, 0.0);
        PyComplex square = new PyComplex(a, b);
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = multiply(result.real, result.imag, square.real, square.imag);
            }
            square = multiply(square.real, square.imag, square.real, square.imag);
        }
        return result;
    }

    private static PyException zeroToNegative() {
        return Errors.zeroDivisionError("zero to a negative or complex power");
    }

    /** {@code abs(a + bi)}; OverflowError. */
    public static double absolute(double a, double b) {
        double result = Math.hypot(a, b);
        if (Double.isInfinite(result) && Double.isFinite(a) && Double.isFinite(b)) {
            throw Errors.overflowError("absolute value too large");
        }
        return result;
    }
}
