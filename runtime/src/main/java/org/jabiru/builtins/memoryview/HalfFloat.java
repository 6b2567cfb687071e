package org.jabiru.builtins.memoryview;

import org.jabiru.object.Errors;

/** IEEE 754 half precision, rounded from double in one step. */
public final class HalfFloat {
    private HalfFloat() {}

    /** The bits of the nearest half; OverflowError when a finite number is too large. */
    public static short pack(double d) {
        int sign = Double.doubleToRawLongBits(d) < 0 ? 0x8000 : 0;
        double m = Math.abs(d);
        if (Double.isNaN(d)) {
            return (short) (sign | 0x7e00);
        }
        if (Double.isInfinite(d)) {
            return (short) (sign | 0x7c00);
        }
        if (m < 0x1p-14) {
            // subnormal: units of 2**-24; 1024 of them are the smallest normal number
            return (short) (sign | (int) Math.rint(m * 0x1p24));
        }
        int exponent = Math.getExponent(m);
        int mantissa = (int) Math.rint(Math.scalb(m, 10 - exponent));
        if (mantissa == 2048) {
            mantissa = 1024;
            exponent++;
        }
        if (exponent > 15) {
            throw Errors.overflowError("float too large to pack with e format");
        }
        return (short) (sign | exponent + 15 << 10 | mantissa - 1024);
    }
}
