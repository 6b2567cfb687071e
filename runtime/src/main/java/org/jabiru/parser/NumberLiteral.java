package org.jabiru.parser;

import java.math.BigInteger;
import org.jabiru.ast.Complex;

/** Values of number tokens. */
final class NumberLiteral {
    private NumberLiteral() {}

    /** The value of the number token: a Long, BigInteger, Double or Complex. */
    static Object value(TokenCursor t, int token) {
        int start = t.starts[token];
        int end = t.ends[token];
        byte[] b = t.source.bytes();
        long small = 0;
        int i = start;
        if (end - start <= 18) {
            while (i < end && b[i] >= '0' && b[i] <= '9') {
                small = small * 10 + (b[i] - '0');
                i++;
            }
            if (i == end) {
                return small;
            }
        }
        String text = t.source.text(start, end).replace("_", "");
        if (text.length() > 2 && text.charAt(0) == '0') {
            int radix =
                    switch (text.charAt(1)) {
                        case 'x', 'X' -> 16;
                        case 'o', 'O' -> 8;
                        case 'b', 'B' -> 2;
                        default -> 0;
                    };
            if (radix != 0) {
                return integer(new BigInteger(text.substring(2), radix));
            }
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'j' || last == 'J') {
            return new Complex(0, Double.parseDouble(text.substring(0, text.length() - 1)));
        }
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c == '.' || c == 'e' || c == 'E') {
                return Double.parseDouble(text);
            }
        }
        int limit = t.options.maxIntDigits();
        if (limit > 0 && text.length() > limit) {
            throw t.errorAtToken(
                    token,
                    "Exceeds the limit ("
                            + limit
                            + " digits) for integer string conversion: value has "
                            + text.length()
                            + " digits; use sys.set_int_max_str_digits() to increase the limit"
                            + " - Consider hexadecimal for huge integer literals to avoid decimal"
                            + " conversion limits.");
        }
        return integer(new BigInteger(text));
    }

    private static Object integer(BigInteger value) {
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }
}
