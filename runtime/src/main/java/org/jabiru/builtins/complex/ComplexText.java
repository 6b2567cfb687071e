package org.jabiru.builtins.complex;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.floats.FloatText;
import org.jabiru.builtins.ints.IntParser;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** A complex number as text, and back. */
final class ComplexText {
    private ComplexText() {}

    static String repr(PyComplex z) {
        if (z.real == 0 && Math.copySign(1.0, z.real) > 0) {
            return FloatText.shortest(z.imag, false) + "j";
        }
        String imag = FloatText.shortest(z.imag, false);
        return "("
                + FloatText.shortest(z.real, false)
                + (imag.startsWith("-") ? "" : "+")
                + imag
                + "j)";
    }

    /** {@code complex(text)}: real part, imaginary part; ValueError. */
    static double[] parse(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        StringBuilder ascii = new StringBuilder(points.length());
        for (int i = 0; i < points.length(); i++) {
            ascii.append((char) IntParser.asciiOf(points.at(i)));
        }
        String text = trim(ascii.toString());
        if (text.startsWith("(") && text.endsWith(")")) {
            text = trim(text.substring(1, text.length() - 1));
        }
        if (text.indexOf('_') >= 0) {
            text = FloatText.withoutUnderscores(text);
        }
        if (text == null || text.isEmpty()) {
            throw malformed();
        }
        int end = FloatText.scan(text, 0);
        if (end == text.length()) {
            return new double[] {FloatText.value(text), 0.0};
        }
        if (end > 0 && isSign(text.charAt(end))) {
            double real = FloatText.value(text.substring(0, end));
            return new double[] {real, imaginary(text.substring(end))};
        }
        return new double[] {0.0, imaginary(text)};
    }

    /** The value of {@code 1.5j}, {@code +j}, {@code -j}, {@code j}. */
    private static double imaginary(String text) {
        char last = text.charAt(text.length() - 1);
        if (last != 'j' && last != 'J') {
            throw malformed();
        }
        String number = text.substring(0, text.length() - 1);
        if (number.isEmpty() || number.equals("+")) {
            return 1.0;
        }
        if (number.equals("-")) {
            return -1.0;
        }
        if (FloatText.scan(number, 0) != number.length()) {
            throw malformed();
        }
        return FloatText.value(number);
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static String trim(String s) {
        int from = 0;
        int to = s.length();
        while (from < to && isSpace(s.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(s.charAt(to - 1))) {
            to--;
        }
        return s.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    private static PyException malformed() {
        return Errors.valueError("complex() arg is a malformed string");
    }
}
