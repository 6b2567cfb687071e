package org.jabiru.modules.math;

/** The length of a vector without overflow, and with hardly any rounding error. */
final class Norm {
    private Norm() {}

    static double of(double[] v) {
        double max = 0;
        boolean nan = false;
        for (double x : v) {
            double a = Math.abs(x);
            if (Double.isInfinite(a)) {
                return Double.POSITIVE_INFINITY;
            }
            nan |= Double.isNaN(a);
            max = Math.max(max, a);
        }
        if (nan) {
            return Double.NaN;
        }
        if (max == 0 || v.length == 1) {
            return max;
        }
        int exponent = Math.getExponent(Math.max(max, Double.MIN_NORMAL));
        double high = 0;
        double low = 0;
        for (double x : v) {
            double s = scale(x, -exponent);
            double p = s * s;
            double e = Math.fma(s, s, -p);
            double t = high + p;
            low += (Math.abs(high) >= p ? high - t + p : p - t + high) + e;
            high = t;
        }
        double h = Math.sqrt(high + low);
        // One step of Newton's method on the exact residue.
        double p = h * h;
        double e = Math.fma(h, h, -p);
        double residue = high - p - e + low;
        h += residue / (2.0 * h);
        return scale(h, exponent);
    }

    private static double scale(double x, int exponent) {
        return Math.scalb(Math.scalb(x, exponent / 2), exponent - exponent / 2);
    }
}
