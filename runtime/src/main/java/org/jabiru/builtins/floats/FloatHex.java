package org.jabiru.builtins.floats;

import java.math.BigInteger;
import java.util.Locale;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** {@code float.hex} and {@code float.fromhex}. */
final class FloatHex {
    private FloatHex() {}

    static String hex(double d) {
        if (!Double.isFinite(d)) {
            return FloatText.special(d);
        }
        long bits = Double.doubleToRawLongBits(d);
        String sign = bits < 0 ? "-" : "";
        if (d == 0) {
            return sign + "0x0.0p+0";
        }
        boolean normal = Math.abs(d) >= Double.MIN_NORMAL;
        int exponent = normal ? Math.getExponent(d) : Double.MIN_EXPONENT;
        String fraction = Long.toHexString(bits & (1L << 52) - 1 | 1L << 52).substring(1);
        return sign
                + (normal ? "0x1." : "0x0.")
                + fraction
                + (exponent < 0 ? "p-" : "p+")
                + Math.abs(exponent);
    }

    static double parse(String whole) {
        String text = whole.strip();
        int i = 0;
        boolean negative = false;
        if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            negative = text.charAt(i) == '-';
            i++;
        }
        String rest = text.substring(i).toLowerCase(Locale.ROOT);
        if (rest.equals("nan")) {
            return negative ? Math.copySign(Double.NaN, -1) : Double.NaN;
        }
        if (rest.equals("inf") || rest.equals("infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double magnitude = parseDigits(rest.startsWith("0x") ? rest.substring(2) : rest);
        return negative ? -magnitude : magnitude;
    }

    private static double parseDigits(String text) {
        StringBuilder digits = new StringBuilder();
        int i = 0;
        int afterPoint = 0;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c < 128 && Character.digit(c, 16) >= 0) {
                digits.append(c);
                afterPoint += point ? 1 : 0;
            } else {
                break;
            }
        }
        if (digits.isEmpty()) {
            throw invalid();
        }
        long exponent = 0;
        if (i < text.length() && text.charAt(i) == 'p') {
            String number = text.substring(i + 1);
            if (!number.matches("[+-]?[0-9]+")) {
                throw invalid();
            }
            BigInteger big = new BigInteger(number.startsWith("+") ? number.substring(1) : number);
            exponent = big.bitLength() < 62 ? big.longValue() : big.signum() * (Long.MAX_VALUE / 4);
            i = text.length();
        }
        if (i != text.length()) {
            throw invalid();
        }
        return scale(new BigInteger(digits.toString(), 16), exponent - 4L * afterPoint);
    }

    /** {@code mantissa * 2**exponent}, rounded half to even. */
    private static double scale(BigInteger mantissa, long exponent) {
        if (mantissa.signum() == 0) {
            return 0.0;
        }
        long top = mantissa.bitLength() + exponent;
        if (top > Double.MAX_EXPONENT + 1) {
            throw tooLarge();
        }
        if (top < Double.MIN_EXPONENT - 53) {
            return 0.0;
        }
        // Keep two bits more than the result has, the last one sticky.
        long lowest = Math.max(top - 53, -1074) - 2;
        BigInteger kept = mantissa;
        if (exponent < lowest) {
            int drop = (int) (lowest - exponent);
            kept = mantissa.shiftRight(drop);
            if (mantissa.getLowestSetBit() < drop) {
                kept = kept.setBit(0);
            }
        } else {
            kept = mantissa.shiftLeft((int) (exponent - lowest));
        }
        long bits = kept.longValueExact();
        long units = bits >> 2;
        long rest = bits & 3;
        if (rest > 2 || rest == 2 && (units & 1) != 0) {
            units++;
        }
        int shift = (int) lowest + 2;
        double result = Math.scalb(Math.scalb((double) units, shift / 2), shift - shift / 2);
        if (Double.isInfinite(result)) {
            throw tooLarge();
        }
        return result;
    }

    private static PyException invalid() {
        return Errors.valueError("invalid hexadecimal floating-point string");
    }

    private static PyException tooLarge() {
        return Errors.overflowError("hexadecimal value too large to represent as a float");
    }
}
