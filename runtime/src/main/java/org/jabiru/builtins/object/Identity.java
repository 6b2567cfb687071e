package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/**
 * {@code id(o)}. Ints, floats and one-character strs have no identity of their own, so their number
 * is made of the value: what {@code is} calls the same has the same id. The lowest bits keep those
 * numbers apart from the ones that objects get. An object of C's has its address, as C code that
 * shows it or looks it up expects; the other numbers are such as no mapped memory has.
 */
public final class Identity {
    private static final long SINGLETONS = 0x5fff_0000_0000L;

    private Identity() {}

    /** The number: a Long, or a BigInteger for values that fill 64 bits. */
    @TruffleBoundary
    public static Object id(Object o) {
        return switch (o) {
            case InCMemory c when c.address() != 0 -> c.address();
            case PyObject p -> IdentityTable.get().entry(p).id;
            case Long l -> ofBits((l << 1) ^ (l >> 63), 1);
            case Double d -> ofBits(Double.doubleToRawLongBits(d), 2);
            case Boolean b -> SINGLETONS + (b ? 0x100 : 0x120);
            case Singleton s -> SINGLETONS + 0x20L * s.ordinal();
            case TruffleString s when Str.length(s) == 0 -> SINGLETONS + 0x200;
            case TruffleString s when Str.length(s) == 1 -> ofBits(Str.codePointAt(s, 0), 3);
            default -> IdentityTable.get().entry(o).id;
        };
    }

    private static Object ofBits(long bits, int tag) {
        if (bits >= 0 && bits < 1L << 58) {
            return bits << 4 | tag;
        }
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(bits));
        return Numbers.normalize(unsigned.shiftLeft(4).add(BigInteger.valueOf(tag)));
    }

    /** {@code object.__hash__}. */
    @TruffleBoundary
    public static long hash(Object o) {
        if (o instanceof PyObject) {
            return System.identityHashCode(o);
        }
        return id(o) instanceof Long l ? l >> 4 : id(o).hashCode();
    }

    /** The identity as default representations show it: {@code 0x600000000020}. */
    @TruffleBoundary
    public static String address(Object o) {
        Object id = id(o);
        return "0x" + (id instanceof Long l ? Long.toHexString(l) : Numbers.big(id).toString(16));
    }
}
