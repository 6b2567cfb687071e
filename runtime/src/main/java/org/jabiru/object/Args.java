package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Truth;

/** Conversions of arguments to what a Java method takes. */
public final class Args {
    private Args() {}

    /** An integer argument ({@code __index__}) that must fit in 64 bits. */
    public static long toLong(Object value) {
        return value instanceof Long l ? l : indexToLong(value);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static long indexToLong(Object value) {
        Object index = Numbers.index(value);
        if (index instanceof BigInteger) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return (Long) index;
    }

    /** An integer argument that must fit in 32 bits. */
    public static int toInt(Object value) {
        long l = value instanceof Long known ? known : indexToInt(value);
        if ((int) l != l) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        return (int) l;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static long indexToInt(Object value) {
        Object index = Numbers.index(value);
        if (index instanceof BigInteger) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        return (Long) index;
    }

    /** A real argument ({@code __float__}, then {@code __index__}). */
    public static double toDouble(Object value) {
        return value instanceof Double d ? d : Numbers.toDouble(value);
    }

    /** A truth value. */
    public static boolean toBoolean(Object value) {
        return value instanceof Boolean b ? b : Truth.isTrue(value);
    }

    @TruffleBoundary
    static PyException wrongType(Signature s, int parameter, String typeName, Object value) {
        if (s.size - (s.displayPosition(0) == 0 ? 1 : 0) == 1 && s.positionalOnly == s.size) {
            return Errors.typeError(
                    "%s() argument must be %s, not %s",
                    s.displayName(), typeName, Types.nameForMessage(value));
        }
        if (parameter < s.positionalOnly) {
            return Errors.typeError(
                    "%s() argument %d must be %s, not %s",
                    s.displayName(),
                    s.displayPosition(parameter),
                    typeName,
                    Types.nameForMessage(value));
        }
        return Errors.typeError(
                "%s() argument '%s' must be %s, not %s",
                s.displayName(),
                Str.java(s.names[parameter]),
                typeName,
                Types.nameForMessage(value));
    }
}
