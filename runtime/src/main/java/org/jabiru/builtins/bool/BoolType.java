package org.jabiru.builtins.bool;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.ints.NewCheck;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Warnings;

/** The methods of bool. */
@BuiltinType(value = "bool", doc = "True or False: the truth value of an object.")
public final class BoolType {
    public static final PyType TYPE =
            PyType.builtin("bool", IntType.TYPE, BoolTypeTable::new, null).sealed();

    private BoolType() {}

    @Builtin(value = "__new__(cls, object=False, /)", kind = BuiltinKind.NEW)
    static Object newInstance(Object cls, Object value) {
        NewCheck.subtype(TYPE, cls);
        return Truth.isTrue(value);
    }

    @Builtin("__repr__(self, /)")
    static String repr(Boolean self) {
        return self ? "True" : "False";
    }

    @Builtin("__invert__(self, /)")
    static Object invert(Boolean self) {
        Warnings.warn(
                ExceptionTypes.DeprecationWarning,
                "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16."
                        + " This returns the bitwise inversion of the underlying int object and is"
                        + " usually not what you expect from negating a bool. Use the 'not' operator"
                        + " for boolean negation or ~int(x) if you really want the bitwise inversion"
                        + " of the underlying int.",
                1);
        return self ? -2L : -1L;
    }

    @Builtin("__and__(self, value, /)")
    static Object and(Boolean self, Object value) {
        if (value instanceof Boolean b) {
            return self & b;
        }
        Object other = Numbers.intOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : IntArithmetic.and(self ? 1L : 0L, other);
    }

    @Builtin("__rand__(self, value, /)")
    static Object rand(Boolean self, Object value) {
        return and(self, value);
    }

    @Builtin("__or__(self, value, /)")
    static Object or(Boolean self, Object value) {
        if (value instanceof Boolean b) {
            return self | b;
        }
        Object other = Numbers.intOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : IntArithmetic.or(self ? 1L : 0L, other);
    }

    @Builtin("__ror__(self, value, /)")
    static Object ror(Boolean self, Object value) {
        return or(self, value);
    }

    @Builtin("__xor__(self, value, /)")
    static Object xor(Boolean self, Object value) {
        if (value instanceof Boolean b) {
            return self ^ b;
        }
        Object other = Numbers.intOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : IntArithmetic.xor(self ? 1L : 0L, other);
    }

    @Builtin("__rxor__(self, value, /)")
    static Object rxor(Boolean self, Object value) {
        return xor(self, value);
    }
}
