package org.jabiru.builtins.ints;

import java.math.BigInteger;
import org.jabiru.PythonContext;
import org.jabiru.object.Errors;

/** An int as decimal text, with the limit on its length (Integer string conversion limitation). */
public final class IntText {
    /** {@code sys.int_info.str_digits_check_threshold}. */
    public static final int CHECK_THRESHOLD = 640;

    /** {@code sys.int_info.default_max_str_digits}. */
    public static final int DEFAULT_MAX_DIGITS = 4300;

    /** The interpreter's limit, as {@code sys.set_int_max_str_digits} leaves it; 0 for none. */
    public static final class Limit {
        public int maxDigits = DEFAULT_MAX_DIGITS;
    }

    private IntText() {}

    /** The decimal digits; ValueError past {@code sys.get_int_max_str_digits()}. */
    public static String decimal(Object value) {
        if (value instanceof Long l) {
            return Long.toString(l);
        }
        BigInteger big = (BigInteger) value;
        int limit = maxDigits();
        // log10(2) = 0.30102999566…
        if (limit > 0
                && big.bitLength() > CHECK_THRESHOLD * 3
                && big.bitLength() * 0.3010299956 - 1 > limit) {
            throw tooLong(limit);
        }
        String text = DecimalDigits.text(big);
        if (limit > 0 && text.length() - (big.signum() < 0 ? 1 : 0) > limit) {
            throw tooLong(limit);
        }
        return text;
    }

    private static RuntimeException tooLong(int limit) {
        return Errors.valueError(
                "Exceeds the limit (%d digits) for integer string conversion; use"
                        + " sys.set_int_max_str_digits() to increase the limit",
                limit);
    }

    /** The limit of the current interpreter; 0 for none. */
    public static int maxDigits() {
        return PythonContext.get().state(Limit.class, Limit::new).maxDigits;
    }

    /** Sets the limit of the current interpreter. */
    public static void setMaxDigits(int digits) {
        PythonContext.get().state(Limit.class, Limit::new).maxDigits = digits;
    }
}
