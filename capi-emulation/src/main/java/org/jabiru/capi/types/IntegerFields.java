package org.jabiru.capi.types;

import java.math.BigInteger;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Warnings;

/** What Python ints become in the integer fields of C structures (C-API manual, Member types). */
final class IntegerFields {
    private static final BigInteger UNSIGNED_END = BigInteger.ONE.shiftLeft(64);

    /** What the OverflowErrors say. */
    static final String C_LONG = "Python int too large to convert to C long";

    static final String C_UNSIGNED_LONG = "Python int too large to convert to C unsigned long";
    static final String TOO_BIG = "int too big to convert";

    private IntegerFields() {}

    /**
     * The value for a signed field, or for an unsigned one narrower than int; RuntimeWarning when
     * it loses digits.
     *
     * @param bits of the field
     * @param type the field's type in C
     */
    static long narrowed(Object value, int bits, boolean unsigned, String type) {
        long full = signed(value, C_LONG);
        long low = unsigned ? 0 : -1L << bits - 1;
        long high = unsigned ? (1L << bits) - 1 : ~low;
        if (full < low || full > high) {
            warn("Truncation of value to " + type);
        }
        return full;
    }

    /** The value for an unsigned int. */
    static long unsignedInt(Object value) {
        long full = unsigned(value, C_UNSIGNED_LONG);
        boolean negative = Numbers.big(Numbers.index(value)).signum() < 0;
        if (!negative && Long.compareUnsigned(full, 0xffff_ffffL) > 0) {
            warn("Truncation of value to unsigned int");
        }
        return full;
    }

    /** The value for a signed field of 64 bits. */
    static long signed(Object value, String tooLarge) {
        return toLong(Numbers.index(value), tooLarge);
    }

    /** The value for an unsigned field of 64 bits; a negative one is written with a warning. */
    static long unsigned(Object value, String tooLarge) {
        BigInteger full = Numbers.big(Numbers.index(value));
        if (full.signum() < 0) {
            long written = toLong(full, C_LONG);
            warn("Writing negative value into unsigned field");
            return written;
        }
        if (full.compareTo(UNSIGNED_END) >= 0) {
            throw Errors.overflowError(tooLarge);
        }
        return full.longValue();
    }

    /** The value for a Py_ssize_t, for which objects with {@code __index__} do not do. */
    static long size(Object value) {
        Object plain = Numbers.intOrNull(value);
        if (plain == null) {
            throw Errors.typeError("an integer is required");
        }
        return toLong(plain, "Python int too large to convert to C ssize_t");
    }

    private static long toLong(Object integer, String tooLarge) {
        BigInteger full = Numbers.big(integer);
        if (full.bitLength() > 63) {
            throw Errors.overflowError(tooLarge);
        }
        return full.longValue();
    }

    private static void warn(String message) {
        Warnings.warn(ExceptionTypes.RuntimeWarning, message, 1);
    }
}
