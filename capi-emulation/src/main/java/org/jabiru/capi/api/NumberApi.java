package org.jabiru.capi.api;

import java.math.BigInteger;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.TernaryPower;

/** Number Protocol. */
public final class NumberApi {
    private NumberApi() {}

    public static boolean PyNumber_Check(CapiContext context, Object o) {
        return o != null && Numbers.isNumber(o);
    }

    public static boolean PyIndex_Check(CapiContext context, Object obj) {
        return Numbers.isIndex(obj);
    }

    public static Object PyNumber_Index(CapiContext context, Object o) {
        Object i = Numbers.index(o);
        return i instanceof Boolean b ? (Object) (b ? 1L : 0L) : i;
    }

    public static Object PyNumber_Long(CapiContext context, Object o) {
        return Support.builtin("int", o);
    }

    public static Object PyNumber_Float(CapiContext context, Object o) {
        return Support.builtin("float", o);
    }

    public static long PyNumber_AsSsize_t(CapiContext context, Object o, Object exc) {
        Object i = Numbers.index(o);
        if (i instanceof Long l) {
            return l;
        }
        if (exc == null) {
            return ((BigInteger) i).signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (!(exc instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException))) {
            throw Errors.systemError(
                    "_PyErr_SetObject: exception %s is not a BaseException subclass",
                    Str.java(Repr.repr(exc)));
        }
        throw Errors.raise(t, "cannot fit '%s' into an index-sized integer", Support.typeName(o));
    }

    public static Object PyNumber_ToBase(CapiContext context, Object n, int base) {
        if (base != 2 && base != 8 && base != 10 && base != 16) {
            throw Errors.systemError("PyNumber_ToBase: base must be 2, 8, 10 or 16");
        }
        Object i = Numbers.index(n);
        return switch (base) {
            case 2 -> Support.builtin("bin", i);
            case 8 -> Support.builtin("oct", i);
            case 10 -> Support.builtin("str", i);
            default -> Support.builtin("hex", i);
        };
    }

    public static Object PyNumber_Negative(CapiContext context, Object o) {
        return Numbers.unary("-", "__neg__", o);
    }

    public static Object PyNumber_Positive(CapiContext context, Object o) {
        return Numbers.unary("+", "__pos__", o);
    }

    public static Object PyNumber_Invert(CapiContext context, Object o) {
        return Numbers.unary("~", "__invert__", o);
    }

    public static Object PyNumber_Absolute(CapiContext context, Object o) {
        return Support.builtin("abs", o);
    }

    public static Object PyNumber_Divmod(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.DIVMOD, o1, o2);
    }

    public static Object PyNumber_Power(
            CapiContext context, Object left, Object right, Object modulus) {
        return modulus == Singleton.NONE
                ? Numbers.binary(BinaryOp.POW, left, right)
                : TernaryPower.power(left, right, modulus, "** or pow()");
    }

    public static Object PyNumber_InPlacePower(
            CapiContext context, Object left, Object right, Object modulus) {
        // CPython's slot for __ipow__ drops the modulus.
        return modulus == Singleton.NONE || Types.of(left).lookup("__ipow__") != null
                ? Numbers.inPlace(BinaryOp.POW, left, right)
                : TernaryPower.power(left, right, modulus, "**=");
    }

    public static Object PyNumber_Add(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.ADD, o1, o2);
    }

    public static Object PyNumber_InPlaceAdd(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.ADD, o1, o2);
    }

    public static Object PyNumber_Subtract(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.SUB, o1, o2);
    }

    public static Object PyNumber_InPlaceSubtract(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.SUB, o1, o2);
    }

    public static Object PyNumber_Multiply(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.MUL, o1, o2);
    }

    public static Object PyNumber_InPlaceMultiply(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.MUL, o1, o2);
    }

    public static Object PyNumber_MatrixMultiply(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.MATMUL, o1, o2);
    }

    public static Object PyNumber_InPlaceMatrixMultiply(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.MATMUL, o1, o2);
    }

    public static Object PyNumber_TrueDivide(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.TRUEDIV, o1, o2);
    }

    public static Object PyNumber_InPlaceTrueDivide(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.TRUEDIV, o1, o2);
    }

    public static Object PyNumber_FloorDivide(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.FLOORDIV, o1, o2);
    }

    public static Object PyNumber_InPlaceFloorDivide(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.FLOORDIV, o1, o2);
    }

    public static Object PyNumber_Remainder(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.MOD, o1, o2);
    }

    public static Object PyNumber_InPlaceRemainder(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.MOD, o1, o2);
    }

    public static Object PyNumber_Lshift(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.LSHIFT, o1, o2);
    }

    public static Object PyNumber_InPlaceLshift(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.LSHIFT, o1, o2);
    }

    public static Object PyNumber_Rshift(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.RSHIFT, o1, o2);
    }

    public static Object PyNumber_InPlaceRshift(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.RSHIFT, o1, o2);
    }

    public static Object PyNumber_And(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.AND, o1, o2);
    }

    public static Object PyNumber_InPlaceAnd(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.AND, o1, o2);
    }

    public static Object PyNumber_Xor(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.XOR, o1, o2);
    }

    public static Object PyNumber_InPlaceXor(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.XOR, o1, o2);
    }

    public static Object PyNumber_Or(CapiContext context, Object o1, Object o2) {
        return Numbers.binary(BinaryOp.OR, o1, o2);
    }

    public static Object PyNumber_InPlaceOr(CapiContext context, Object o1, Object o2) {
        return Numbers.inPlace(BinaryOp.OR, o1, o2);
    }
}
