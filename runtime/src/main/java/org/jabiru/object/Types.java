package org.jabiru.object;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.bool.BoolType;
import org.jabiru.builtins.floats.FloatType;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.none.EllipsisType;
import org.jabiru.builtins.none.NoneType;
import org.jabiru.builtins.none.NotImplementedType;
import org.jabiru.builtins.str.StrType;

/** The type of any value. */
public final class Types {
    private Types() {}

    /** {@code type(value)}. */
    public static PyType of(Object value) {
        if (value instanceof PyObject o) {
            return o.type();
        }
        if (value instanceof Long) {
            return IntType.TYPE;
        }
        if (value instanceof TruffleString) {
            return StrType.TYPE;
        }
        if (value instanceof Boolean) {
            return BoolType.TYPE;
        }
        if (value instanceof Double) {
            return FloatType.TYPE;
        }
        if (value instanceof BigInteger) {
            return IntType.TYPE;
        }
        if (value == Singleton.NONE) {
            return NoneType.TYPE;
        }
        if (value == Singleton.NOT_IMPLEMENTED) {
            return NotImplementedType.TYPE;
        }
        if (value == Singleton.ELLIPSIS) {
            return EllipsisType.TYPE;
        }
        throw new IllegalArgumentException(
                value == null ? "null" : "not a Python value: " + value.getClass().getName());
    }

    /** Whether {@code type(value)} is the type or derives from it; no {@code __instancecheck__}. */
    public static boolean isInstance(Object value, PyType type) {
        return of(value).isSubtype(type);
    }

    /** The type's name as messages about arguments give it: None for None. */
    public static String nameForMessage(Object value) {
        return value == Singleton.NONE ? "None" : of(value).name();
    }
}
