package org.jabiru.builtins.ints;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/** {@code int.to_bytes} and {@code int.from_bytes}. */
public final class IntBytes {
    private IntBytes() {}

    /** Whether the byte order argument means little endian; ValueError. */
    static boolean isLittle(TruffleString order) {
        return switch (Str.java(order)) {
            case "little" -> true;
            case "big" -> false;
            default -> throw Errors.valueError("byteorder must be either 'little' or 'big'");
        };
    }

    /** The value in two's complement; OverflowError when it does not fit. */
    public static byte[] toBytes(Object value, long length, boolean little, boolean signed) {
        if (length < 0) {
            throw Errors.valueError("length argument must be non-negative");
        }
        if (!signed && IntArithmetic.isNegative(value)) {
            throw Errors.overflowError("can't convert negative int to unsigned");
        }
        BigInteger big = Numbers.big(value);
        long needed = big.bitLength() + (signed && big.signum() != 0 ? 1 : 0);
        if (needed > 8 * length && !(length == 0 && big.signum() == 0)) {
            throw Errors.overflowError("int too big to convert");
        }
        byte[] out = new byte[(int) length];
        byte[] raw = big.toByteArray();
        byte fill = (byte) (big.signum() < 0 ? -1 : 0);
        for (int i = 0; i < out.length; i++) {
            byte b = i < raw.length ? raw[raw.length - 1 - i] : fill;
            out[little ? i : out.length - 1 - i] = b;
        }
        return out;
    }

    /** The value of bytes in two's complement. */
    public static Object fromBytes(byte[] bytes, boolean little, boolean signed) {
        byte[] big = bytes;
        if (little) {
            big = new byte[bytes.length];
            for (int i = 0; i < big.length; i++) {
                big[i] = bytes[bytes.length - 1 - i];
            }
        }
        if (big.length == 0) {
            return 0L;
        }
        return Numbers.normalize(signed ? new BigInteger(big) : new BigInteger(1, big));
    }
}
