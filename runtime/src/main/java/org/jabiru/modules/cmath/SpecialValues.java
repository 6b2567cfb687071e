package org.jabiru.modules.cmath;

import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.object.Errors;

/**
 * Results for arguments that are not finite, from C's Annex G. A table has a row for each kind of
 * real part and a column for each kind of imaginary part, in the order -inf, negative, -0, +0,
 * positive, +inf, nan. A cell is two signed values, such as {@code +i-h}: i infinity, h, q, p, t
 * pi/2, pi/4, pi and 3pi/4, n nan; {@code !} is a domain error and {@code .} not special.
 */
enum SpecialValues {
    ACOS(
            "+t+i +p+i +p+i +p-i +p-i +t-i +n+i",
            "+h+i . . . . +h-i +n+n",
            "+h+i . . . . +h-i +h+n",
            "+h+i . . . . +h-i +h+n",
            "+h+i . . . . +h-i +n+n",
            "+q+i +0+i +0+i +0-i +0-i +q-i +n+i",
            "+n+i +n+n +n+n +n+n +n+n +n-i +n+n"),
    ACOSH(
            "+i-t +i-p +i-p +i+p +i+p +i+t +i+n",
            "+i-h . . . . +i+h +n+n",
            "+i-h . . . . +i+h +n+h",
            "+i-h . . . . +i+h +n+h",
            "+i-h . . . . +i+h +n+n",
            "+i-q +i-0 +i-0 +i+0 +i+0 +i+q +i+n",
            "+i+n +n+n +n+n +n+n +n+n +i+n +n+n"),
    ASINH(
            "-i-q -i-0 -i-0 -i+0 -i+0 -i+q -i+n",
            "-i-h . . . . -i+h +n+n",
            "-i-h . . . . -i+h +n+n",
            "+i-h . . . . +i+h +n+n",
            "+i-h . . . . +i+h +n+n",
            "+i-q +i-0 +i-0 +i+0 +i+0 +i+q +i+n",
            "+i+n +n+n +n-0 +n+0 +n+n +i+n +n+n"),
    ATANH(
            "-0-h -0-h -0-h -0+h -0+h -0+h -0+n",
            "-0-h . . . . -0+h +n+n",
            "-0-h . . . . -0+h -0+n",
            "+0-h . . . . +0+h +0+n",
            "+0-h . . . . +0+h +n+n",
            "+0-h +0-h +0-h +0+h +0+h +0+h +0+n",
            "+0-h +n+n +n+n +n+n +n+n +0+h +n+n"),
    COSH(
            "! . +i+0 +i-0 . ! +i+n",
            "! . . . . ! +n+n",
            "! . . . . ! +n+0",
            "! . . . . ! +n+0",
            "! . . . . ! +n+n",
            "! . +i-0 +i+0 . ! +i+n",
            "+n+n +n+n +n+0 +n+0 +n+n +n+n +n+n"),
    EXP(
            "+0+0 . +0-0 +0+0 . +0+0 +0+0",
            "! . . . . ! +n+n",
            "! . . . . ! +n+n",
            "! . . . . ! +n+n",
            "! . . . . ! +n+n",
            "! . +i-0 +i+0 . ! +i+n",
            "+n+n +n+n +n-0 +n+0 +n+n +n+n +n+n"),
    LOG(
            "+i-t +i-p +i-p +i+p +i+p +i+t +i+n",
            "+i-h . . . . +i+h +n+n",
            "+i-h . . . . +i+h +n+n",
            "+i-h . . . . +i+h +n+n",
            "+i-h . . . . +i+h +n+n",
            "+i-q +i-0 +i-0 +i+0 +i+0 +i+q +i+n",
            "+i+n +n+n +n+n +n+n +n+n +i+n +n+n"),
    RECT(
            "! . -i+0 -i-0 . ! +i+n",
            "! . . . . ! +n+n",
            "+0+0 . . . . +0+0 +0+0",
            "+0+0 . . . . +0+0 +0+0",
            "! . . . . ! +n+n",
            "! . +i-0 +i+0 . ! +i+n",
            "+n+n +n+n +n+0 +n+0 +n+n +n+n +n+n"),
    SINH(
            "! . -i-0 -i+0 . ! +i+n",
            "! . . . . ! +n+n",
            "! . . . . ! +0+n",
            "! . . . . ! +0+n",
            "! . . . . ! +n+n",
            "! . +i-0 +i+0 . ! +i+n",
            "+n+n +n+n +n-0 +n+0 +n+n +n+n +n+n"),
    SQRT(
            "+i-i +0-i +0-i +0+i +0+i +i+i +n+i",
            "+i-i . . . . +i+i +n+n",
            "+i-i . . . . +i+i +n+n",
            "+i-i . . . . +i+i +n+n",
            "+i-i . . . . +i+i +n+n",
            "+i-i +i-0 +i-0 +i+0 +i+0 +i+i +i+n",
            "+i-i +n+n +n+n +n+n +n+n +i+i +n+n"),
    TANH(
            "-1+0 . -1-0 -1+0 . -1+0 -1+0",
            "! . . . . ! +n+n",
            "! . . . . ! -0+n",
            "! . . . . ! +0+n",
            "! . . . . ! +n+n",
            "+1+0 . +1-0 +1+0 . +1+0 +1+0",
            "+n+n +n+n +n-0 +n+0 +n+n +n+n +n+n");

    private final String[] rows;

    SpecialValues(String... rows) {
        this.rows = rows;
    }

    /** The result for an argument that is not finite, or null where none is listed. */
    PyComplex find(double real, double imag) {
        if (Double.isFinite(real) && Double.isFinite(imag)) {
            return null;
        }
        String cell = rows[kind(real)].split(" ")[kind(imag)];
        return switch (cell) {
            case "." -> null;
            case "!" -> throw Errors.valueError("math domain error");
            default ->
                    new PyComplex(
                            value(cell.charAt(0), cell.charAt(1)),
                            value(cell.charAt(2), cell.charAt(3)));
        };
    }

    private static int kind(double x) {
        if (Double.isNaN(x)) {
            return 6;
        }
        boolean negative = Math.copySign(1.0, x) < 0;
        int size = Double.isInfinite(x) ? 2 : x == 0 ? 0 : 1;
        return negative ? 2 - size : 3 + size;
    }

    private static double value(char sign, char name) {
        double size =
                switch (name) {
                    case '0' -> 0.0;
                    case '1' -> 1.0;
                    case 'q' -> Math.PI / 4;
                    case 'h' -> Math.PI / 2;
                    case 't' -> 0.75 * Math.PI;
                    case 'p' -> Math.PI;
                    case 'i' -> Double.POSITIVE_INFINITY;
                    default -> Double.NaN;
                };
        return sign == '-' ? -size : size;
    }
}
