package org.jabiru.modules.posix;

import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/** Unsigned numbers of C. */
final class Unsigned {
    private static final long NONE = -1;

    private Unsigned() {}

    /** An argument of so many bits; -1 stands for itself. */
    static long of(Object value, int bits) {
        if (Numbers.intOrNull(value) == null) {
            throw Errors.typeError("argument must be int, not %s", Types.of(value).name());
        }
        Object index = Numbers.index(value);
        BigInteger n = index instanceof BigInteger b ? b : BigInteger.valueOf((Long) index);
        if (n.bitLength() > bits || n.signum() < 0 && !index.equals(NONE)) {
            throw Errors.overflowError("Python int too large to convert to C unsigned long");
        }
        return n.longValue();
    }

    /** 64 bits as a Python int. */
    static Object toPython(long bits) {
        return bits >= 0
                ? (Object) bits
                : Numbers.normalize(new BigInteger(Long.toUnsignedString(bits)));
    }
}
