package org.jabiru.modules.math;

import java.util.Arrays;

/**
 * A sum of doubles without rounding errors: partial sums that do not overlap (Shewchuk 1997,
 * Adaptive Precision Floating-Point Arithmetic).
 */
final class ExactSum {
    private double[] partials = new double[8];
    private int count;

    /** Set when a finite intermediate sum became infinite. */
    boolean overflow;

    /** Adds a finite number. */
    void add(double value) {
        double x = value;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double y = partials[i];
            if (Math.abs(x) < Math.abs(y)) {
                double t = x;
                x = y;
                y = t;
            }
            double high = x + y;
            double low = y - (high - x);
            if (low != 0) {
                partials[kept++] = low;
            }
            x = high;
        }
        count = kept;
        if (Double.isInfinite(x)) {
            overflow = true;
        }
        if (x != 0) {
            if (count == partials.length) {
                partials = Arrays.copyOf(partials, 2 * count);
            }
            partials[count++] = x;
        }
    }

    /** Adds a product of finite numbers, exactly unless it underflows. */
    void addProduct(double x, double y) {
        double high = x * y;
        add(high);
        if (Double.isFinite(high)) {
            add(Math.fma(x, y, -high));
        }
    }

    /** The correctly rounded sum. */
    double value() {
        int n = count;
        if (n == 0) {
            return 0.0;
        }
        double high = partials[--n];
        double low = 0;
        while (n > 0) {
            double x = high;
            double y = partials[--n];
            high = x + y;
            low = y - (high - x);
            if (low != 0) {
                break;
            }
        }
        // Half-way cases: the next partial decides.
        if (n > 0 && (low < 0 && partials[n - 1] < 0 || low > 0 && partials[n - 1] > 0)) {
            double y = low * 2.0;
            double x = high + y;
            if (y == x - high) {
                high = x;
            }
        }
        return high;
    }
}
