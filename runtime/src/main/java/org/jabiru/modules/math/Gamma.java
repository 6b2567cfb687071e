package org.jabiru.modules.math;

/**
 * The gamma function and its logarithm, by Lanczos' approximation with N = 13 and g = 6.0246… (the
 * coefficients that Pugh's thesis leads to for double precision).
 */
final class Gamma {
    private static final double G = 6.024680040776729583740234375;
    private static final double G_MINUS_HALF = 5.524680040776729583740234375;
    private static final double LOG_PI = 1.144729885849400174143427351353058711647;

    private static final double[] NUMERATOR = {
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408
    };

    /** The coefficients of x (x + 1) … (x + 11). */
    private static final double[] DENOMINATOR = {
        0.0,
        39916800.0,
        120543840.0,
        150917976.0,
        105258076.0,
        45995730.0,
        13339535.0,
        2637558.0,
        357423.0,
        32670.0,
        1925.0,
        66.0,
        1.0
    };

    private Gamma() {}

    private static double lanczosSum(double x) {
        double n = 0.0;
        double d = 0.0;
        if (x < 5.0) {
            for (int i = NUMERATOR.length - 1; i >= 0; i--) {
                n = n * x + NUMERATOR[i];
                d = d * x + DENOMINATOR[i];
            }
        } else {
            for (int i = 0; i < NUMERATOR.length; i++) {
                n = n / x + NUMERATOR[i];
                d = d / x + DENOMINATOR[i];
            }
        }
        return n / d;
    }

    /** sin(pi x), accurate near whole numbers. */
    private static double sinPi(double x) {
        double y = Math.abs(x) % 2.0;
        double r =
                switch ((int) Math.round(2.0 * y)) {
                    case 0 -> LibM.SIN.of(Math.PI * y);
                    case 1 -> LibM.COS.of(Math.PI * (y - 0.5));
                    case 2 -> LibM.SIN.of(Math.PI * (1.0 - y));
                    case 3 -> -LibM.COS.of(Math.PI * (y - 1.5));
                    default -> LibM.SIN.of(Math.PI * (y - 2.0));
                };
        return Math.copySign(1.0, x) * r;
    }

    /** Nan where the function has a pole, infinity where the result is too large. */
    static double gamma(double x) {
        if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x == Double.NEGATIVE_INFINITY || x == Math.floor(x) && x <= 0) {
            return Double.NaN;
        }
        if (x == Math.floor(x) && x <= 23) {
            double product = 1;
            for (int i = 2; i < x; i++) {
                product *= i;
            }
            return product;
        }
        double a = Math.abs(x);
        if (a < 1e-20) {
            return 1.0 / x;
        }
        if (a > 200.0) {
            return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
        }
        double y = a + G_MINUS_HALF;
        double z = a > G_MINUS_HALF ? y - a - G_MINUS_HALF : y - G_MINUS_HALF - a;
        z = z * G / y;
        double r;
        if (x < 0) {
            r = -Math.PI / sinPi(a) / a * LibM.EXP.of(y) / lanczosSum(a);
            r -= z * r;
            if (a < 140.0) {
                return r / LibM.POW.of(y, a - 0.5);
            }
            double root = LibM.POW.of(y, a / 2.0 - 0.25);
            return r / root / root;
        }
        r = lanczosSum(a) / LibM.EXP.of(y);
        r += z * r;
        if (a < 140.0) {
            return r * LibM.POW.of(y, a - 0.5);
        }
        double root = LibM.POW.of(y, a / 2.0 - 0.25);
        return r * root * root;
    }

    /** Nan where the function has a pole, infinity where the result is too large. */
    static double logGamma(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x <= 2.0) {
            return x <= 0 ? Double.NaN : 0.0;
        }
        double a = Math.abs(x);
        if (a < 1e-20) {
            return -LibM.LOG.of(a);
        }
        double r = LibM.LOG.of(lanczosSum(a)) - G;
        r += (a - 0.5) * (LibM.LOG.of(a + G - 0.5) - 1);
        if (x < 0.0) {
            r = LOG_PI - LibM.LOG.of(Math.abs(sinPi(a))) - LibM.LOG.of(a) - r;
        }
        return r;
    }
}
