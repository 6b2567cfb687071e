package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.ThreadState;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** {@code hash} (Built-in Types, Hashing of numeric types). */
public final class Hashing {
    /** The modulus of numeric hashes, 2**61 - 1. */
    public static final long MODULUS = (1L << 61) - 1;

    private static final BigInteger BIG_MODULUS = BigInteger.valueOf(MODULUS);

    /** {@code hash(None)}. */
    public static final long OF_NONE = 0xfca86420L;

    private Hashing() {}

    /** {@code hash(o)}; TypeError when unhashable. */
    public static long hash(Object o) {
        if (o instanceof TruffleString s) {
            return hashStr(s);
        }
        if (o instanceof Long l) {
            return hashLong(l);
        }
        return generic(o);
    }

    /** The hash of a str. */
    public static long hashStr(TruffleString s) {
        return HashSecret.SEEDED
                ? HashSecret.seededHash(s)
                : (s.hashCodeUncached(Str.UTF_32) - HashSecret.OF_EMPTY + s.byteLength(Str.UTF_32))
                        * HashSecret.FACTOR;
    }

    /** The hash of an int of 64 bits. */
    public static long hashLong(long l) {
        if (l > -MODULUS && l < MODULUS) {
            return l == -1 ? -2 : l;
        }
        long h = l % MODULUS;
        return h == -1 ? -2 : h;
    }

    /** The hash of a float: equal to that of the int or fraction with the same value. */
    public static long hashDouble(double d) {
        if (d == (long) d && Math.abs(d) < 0x1p62) {
            return hashLong((long) d);
        }
        if (!Double.isFinite(d)) {
            return Double.isNaN(d) ? 0 : d > 0 ? 314159 : -314159;
        }
        long bits = Double.doubleToRawLongBits(Math.abs(d));
        int exponent = (int) (bits >>> 52);
        long mantissa = bits & (1L << 52) - 1;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        // 2**61 is 1 modulo 2**61 - 1: multiplying by a power of two is a rotation of 61 bits.
        int turn = Math.floorMod(exponent - 1075, 61);
        long h = mantissa << turn & MODULUS | mantissa >>> 61 - turn;
        h = d < 0 ? -h : h;
        return h == -1 ? -2 : h;
    }

    /** The hash of any int. */
    @TruffleBoundary
    public static long hashBig(BigInteger i) {
        long h = i.abs().mod(BIG_MODULUS).longValueExact();
        h = i.signum() < 0 ? -h : h;
        return h == -1 ? -2 : h;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static long generic(Object o) {
        if (o instanceof Boolean b) {
            return b ? 1 : 0;
        }
        if (o instanceof BigInteger i) {
            return hashBig(i);
        }
        if (o instanceof Double d) {
            return Double.isNaN(d) ? Identity.hash(d) : hashDouble(d);
        }
        if (o == Singleton.NONE) {
            return OF_NONE;
        }
        Object method = Types.of(o).special().hash;
        if (method == ObjectType.TYPE.special().hash) {
            return Identity.hash(o);
        }
        if (method == null || method == Singleton.NONE) {
            throw Errors.typeError("unhashable type: '%s'", Types.of(o).name());
        }
        ThreadState thread = Nesting.enter("");
        Object result;
        try {
            result = Call.callUnbound(method, o, new Object[0], null);
        } finally {
            thread.nesting--;
        }
        Object i = result instanceof Long || result instanceof BigInteger ? result : null;
        if (i == null && Types.isInstance(result, IntType.TYPE)) {
            i = Numbers.index(result);
        }
        if (i == null) {
            throw Errors.typeError("__hash__ method should return an integer");
        }
        long h = i instanceof Long l ? l : hashBig((BigInteger) i);
        return h == -1 ? -2 : h;
    }
}
