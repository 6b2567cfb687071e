package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.protocol.Numbers;

/** int arithmetic that may leave 64 bits. */
final class IntArithmeticFast {
    private IntArithmeticFast() {}

    static boolean isInt(Object o) {
        return o instanceof Long || o instanceof BigInteger;
    }

    static Object add(long a, long b) {
        long r = a + b;
        return ((a ^ r) & (b ^ r)) < 0 ? addBig(a, b) : (Object) r;
    }

    static Object subtract(long a, long b) {
        long r = a - b;
        return ((a ^ b) & (a ^ r)) < 0 ? subtractBig(a, b) : (Object) r;
    }

    static Object multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 ? (Object) low : multiplyBig(a, b);
    }

    @TruffleBoundary
    static Object addBig(Object a, Object b) {
        return Numbers.normalize(Numbers.big(a).add(Numbers.big(b)));
    }

    @TruffleBoundary
    static Object subtractBig(Object a, Object b) {
        return Numbers.normalize(Numbers.big(a).subtract(Numbers.big(b)));
    }

    @TruffleBoundary
    static Object multiplyBig(Object a, Object b) {
        return Numbers.normalize(Numbers.big(a).multiply(Numbers.big(b)));
    }
}
