package org.jabiru.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.PythonContext;
import org.jabiru.builtins.foreign.ForeignTypes;
import org.jabiru.builtins.foreign.PyForeign;
import org.jabiru.builtins.foreign.PyForeignException;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/** Values of Python as other languages take them, and theirs as Python's. */
public final class Conversions {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private Conversions() {}

    /** A Python value for another language; what came from there goes back as it was. */
    public static Object toForeign(Object value) {
        if (value instanceof Long l && l == l.intValue()) {
            // What Value.as(Object.class) is to give for such a number is an Integer.
            return l.intValue();
        }
        if (value instanceof BigInteger b) {
            return new BigIntegerValue(b);
        }
        if (value instanceof PyForeign f) {
            return f.value;
        }
        if (value instanceof PyForeignException e && e.value != null) {
            return e.value;
        }
        return value;
    }

    /** Several Python values for another language. */
    public static Object[] toForeign(Object[] values) {
        Object[] out = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            out[i] = toForeign(values[i]);
        }
        return out;
    }

    /** A value of another language for Python: a str, a number, None, or an object. */
    @TruffleBoundary
    public static Object toPython(Object value) {
        return switch (value) {
            case PyObject o -> o;
            case Long l -> l;
            case Boolean b -> b;
            case Double d -> d;
            case Singleton s -> s;
            case TruffleString s -> s.switchEncodingUncached(Str.UTF_32);
            case String s -> Str.of(s);
            case Character c -> Str.of(c.toString());
            case Integer i -> (long) i;
            case Short s -> (long) s;
            case Byte b -> (long) b;
            case Float f -> (double) f;
            case BigIntegerValue b -> b.value();
            case PyException e -> e.exception();
            default -> objectToPython(value);
        };
    }

    private static Object objectToPython(Object value) {
        var env = PythonContext.get().env();
        if (env.isHostFunction(value)) {
            return ForeignTypes.wrap(value);
        }
        if (env.isHostObject(value)) {
            Object object = env.asHostObject(value);
            if (object instanceof BigInteger b) {
                return Numbers.normalize(b);
            }
            return object == null ? Singleton.NONE : ForeignTypes.wrap(value);
        }
        try {
            if (INTEROP.isNull(value)) {
                return Singleton.NONE;
            }
            if (INTEROP.isString(value)) {
                return toPython(INTEROP.asTruffleString(value));
            }
            if (INTEROP.isBoolean(value)) {
                return INTEROP.asBoolean(value);
            }
            if (INTEROP.isNumber(value)) {
                if (INTEROP.fitsInBigInteger(value)) {
                    return Numbers.normalize(INTEROP.asBigInteger(value));
                }
                if (INTEROP.fitsInDouble(value)) {
                    return INTEROP.asDouble(value);
                }
            }
        } catch (UnsupportedMessageException e) {
            // A number or string that is none any more: then it is an object.
            return ForeignTypes.wrap(value);
        }
        return ForeignTypes.wrap(value);
    }

    /** Several values of another language for Python. */
    public static Object[] toPython(Object[] values) {
        Object[] out = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            out[i] = toPython(values[i]);
        }
        return out;
    }
}
