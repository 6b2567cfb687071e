package org.jabiru.builtins.ints;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.bytes.BytesConversion;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.format.FormatSpec;
import org.jabiru.builtins.format.IntFormat;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyInt;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** The methods of int; bool shares them. */
@BuiltinType(
        value = "int",
        doc =
                "int([x]) -> an integer\n"
                        + "int(x, base=10) -> an integer\n"
                        + "\n"
                        + "Convert a number, or text in the given base, to an integer.\n"
                        + "\n"
                        + "    >>> int('ff', 16)\n"
                        + "    255")
public final class IntType {
    public static final PyType TYPE =
            PyType.builtin("int", IntTypeTable::new, type -> new PyInt(type, 0L));

    private IntType() {}

    /** The plain value of a receiver. */
    private static Object plain(Object self) {
        Object value = Numbers.intOrNull(self);
        if (value == null) {
            throw Errors.typeError(
                    "descriptor requires a 'int' object but received a '%s'",
                    Types.of(self).name());
        }
        return value;
    }

    @Builtin(
            value = "__new__(cls, x=<unrepresentable>, /, base=<unrepresentable>)",
            kind = BuiltinKind.NEW)
    static Object newInstance(Object cls, Object x, Object base) {
        PyType type = NewCheck.subtype(TYPE, cls);
        Object value;
        if (x == null) {
            if (base != null) {
                throw Errors.typeError("int() missing string argument");
            }
            value = 0L;
        } else {
            value = base == null ? IntConversion.fromObject(x) : IntConversion.fromText(x, base);
        }
        return type == TYPE ? value : Finalizers.watched(new PyInt(type, value));
    }

    // ---- operators ----

    @Builtin("__add__(self, value, /)")
    static Object add(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : IntArithmetic.add(plain(self), other);
    }

    @Builtin("__radd__(self, value, /)")
    static Object radd(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : IntArithmetic.add(other, plain(self));
    }

    @Builtin("__sub__(self, value, /)")
    static Object sub(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.subtract(plain(self), other);
    }

    @Builtin("__rsub__(self, value, /)")
    static Object rsub(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.subtract(other, plain(self));
    }

    @Builtin("__mul__(self, value, /)")
    static Object mul(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.multiply(plain(self), other);
    }

    @Builtin("__rmul__(self, value, /)")
    static Object rmul(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.multiply(other, plain(self));
    }

    @Builtin("__floordiv__(self, value, /)")
    static Object floordiv(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.floorDivide(plain(self), other);
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static Object rfloordiv(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.floorDivide(other, plain(self));
    }

    @Builtin("__mod__(self, value, /)")
    static Object mod(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.modulo(plain(self), other);
    }

    @Builtin("__rmod__(self, value, /)")
    static Object rmod(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.modulo(other, plain(self));
    }

    @Builtin("__truediv__(self, value, /)")
    static Object truediv(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.trueDivide(plain(self), other);
    }

    @Builtin("__rtruediv__(self, value, /)")
    static Object rtruediv(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.trueDivide(other, plain(self));
    }

    @Builtin("__lshift__(self, value, /)")
    static Object lshift(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.shiftLeft(plain(self), other);
    }

    @Builtin("__rlshift__(self, value, /)")
    static Object rlshift(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.shiftLeft(other, plain(self));
    }

    @Builtin("__rshift__(self, value, /)")
    static Object rshift(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.shiftRight(plain(self), other);
    }

    @Builtin("__rrshift__(self, value, /)")
    static Object rrshift(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.shiftRight(other, plain(self));
    }

    @Builtin("__and__(self, value, /)")
    static Object and(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.and(plain(self), other);
    }

    @Builtin("__rand__(self, value, /)")
    static Object rand(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.and(other, plain(self));
    }

    @Builtin("__or__(self, value, /)")
    static Object or(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.or(plain(self), other);
    }

    @Builtin("__ror__(self, value, /)")
    static Object ror(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.or(other, plain(self));
    }

    @Builtin("__xor__(self, value, /)")
    static Object xor(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.xor(plain(self), other);
    }

    @Builtin("__rxor__(self, value, /)")
    static Object rxor(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) IntArithmetic.xor(other, plain(self));
    }

    @Builtin("__divmod__(self, value, /)")
    static Object divmod(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : new PyTuple(IntArithmetic.divideAndModulo(plain(self), other));
    }

    @Builtin("__rdivmod__(self, value, /)")
    static Object rdivmod(Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : new PyTuple(IntArithmetic.divideAndModulo(other, plain(self)));
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static Object pow(Object self, Object value, Object mod) {
        Object exponent = Numbers.intOrNull(value);
        if (exponent == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (mod == Singleton.NONE) {
            return IntArithmetic.power(plain(self), exponent);
        }
        Object modulus = Numbers.intOrNull(mod);
        return modulus == null
                ? Singleton.NOT_IMPLEMENTED
                : IntArithmetic.power(plain(self), exponent, modulus);
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static Object rpow(Object self, Object value, Object mod) {
        Object base = Numbers.intOrNull(value);
        return base == null ? Singleton.NOT_IMPLEMENTED : pow(base, self, mod);
    }

    @Builtin("__neg__(self, /)")
    static Object neg(Object self) {
        return IntArithmetic.negate(plain(self));
    }

    @Builtin("__pos__(self, /)")
    static Object pos(Object self) {
        return plain(self);
    }

    @Builtin("__abs__(self, /)")
    static Object abs(Object self) {
        return IntArithmetic.absolute(plain(self));
    }

    @Builtin("__invert__(self, /)")
    static Object invert(Object self) {
        return IntArithmetic.invert(plain(self));
    }

    @Builtin("__bool__(self, /)")
    static boolean bool(Object self) {
        return !plain(self).equals(0L);
    }

    // ---- comparison ----

    private static Object compare(Comparison.Op op, Object self, Object value) {
        Object other = Numbers.intOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) op.holds(IntArithmetic.compare(plain(self), other));
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(Object self, Object value) {
        return compare(Comparison.Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(Object self, Object value) {
        return compare(Comparison.Op.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(Object self, Object value) {
        return compare(Comparison.Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(Object self, Object value) {
        return compare(Comparison.Op.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(Object self, Object value) {
        return compare(Comparison.Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(Object self, Object value) {
        return compare(Comparison.Op.GE, self, value);
    }

    @Builtin("__hash__(self, /)")
    static long hash(Object self) {
        Object value = plain(self);
        return value instanceof Long l ? Hashing.hashLong(l) : Hashing.hashBig((BigInteger) value);
    }

    // ---- text ----

    @Builtin("__repr__(self, /)")
    static String repr(Object self) {
        return IntText.decimal(plain(self));
    }

    @Builtin("__format__(self, format_spec, /)")
    static Object format(Object self, TruffleString spec) {
        if (Str.length(spec) == 0) {
            return Repr.str(self);
        }
        String type = Types.of(self).name();
        return IntFormat.format(plain(self), FormatSpec.parse(spec, type, '>', 'd'), type);
    }

    // ---- conversions ----

    @Builtin("__int__(self, /)")
    static Object toInt(Object self) {
        return plain(self);
    }

    @Builtin("__index__(self, /)")
    static Object index(Object self) {
        return plain(self);
    }

    @Builtin("__trunc__(self, /)")
    static Object trunc(Object self) {
        return plain(self);
    }

    @Builtin("__floor__(self, /)")
    static Object floor(Object self) {
        return plain(self);
    }

    @Builtin("__ceil__(self, /)")
    static Object ceil(Object self) {
        return plain(self);
    }

    @Builtin("conjugate(self, /)")
    static Object conjugate(Object self) {
        return plain(self);
    }

    @Builtin("__float__(self, /)")
    static double toFloat(Object self) {
        return Numbers.intToDouble(plain(self));
    }

    @Builtin("__round__(self, ndigits=None, /)")
    static Object round(Object self, Object digits) {
        return digits == Singleton.NONE
                ? plain(self)
                : IntArithmetic.round(plain(self), Numbers.index(digits));
    }

    @Builtin("__getnewargs__(self, /)")
    static Object getNewArgs(Object self) {
        return new PyTuple(plain(self));
    }

    @Builtin("__sizeof__(self, /)")
    static long sizeOf(Object self) {
        int bits = Numbers.big(plain(self)).abs().bitLength();
        return 24 + 4L * Math.max(1, (bits + 29) / 30);
    }

    @Builtin(value = "real", kind = BuiltinKind.GETTER)
    static Object real(Object self) {
        return plain(self);
    }

    @Builtin(value = "imag", kind = BuiltinKind.GETTER)
    static Object imag(Object self) {
        return 0L;
    }

    @Builtin(value = "numerator", kind = BuiltinKind.GETTER)
    static Object numerator(Object self) {
        return plain(self);
    }

    @Builtin(value = "denominator", kind = BuiltinKind.GETTER)
    static Object denominator(Object self) {
        return 1L;
    }

    // ---- methods ----

    @Builtin(
            value = "bit_length(self, /)",
            doc =
                    "How many bits it takes to write the number.\n"
                            + "\n"
                            + "    >>> (5).bit_length()\n"
                            + "    3")
    static long bitLength(Object self) {
        return Numbers.big(plain(self)).abs().bitLength();
    }

    @Builtin(
            value = "bit_count(self, /)",
            doc =
                    "How many bits of the absolute value are 1.\n"
                            + "\n"
                            + "    >>> (5).bit_count()\n"
                            + "    2")
    static long bitCount(Object self) {
        return Numbers.big(plain(self)).abs().bitCount();
    }

    @Builtin(
            value = "as_integer_ratio(self, /)",
            doc =
                    "A pair of ints whose quotient is the number.\n"
                            + "\n"
                            + "    >>> (7).as_integer_ratio()\n"
                            + "    (7, 1)")
    static Object asIntegerRatio(Object self) {
        return new PyTuple(plain(self), 1L);
    }

    @Builtin("is_integer(self, /)")
    static boolean isInteger(Object self) {
        plain(self);
        return true;
    }

    @Builtin("to_bytes(self, /, length=1, byteorder='big', *, signed=False)")
    static Object toBytes(Object self, long length, TruffleString order, boolean signed) {
        boolean little = IntBytes.isLittle(order);
        return PyBytes.of(IntBytes.toBytes(plain(self), length, little, signed));
    }

    @Builtin(
            value = "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)",
            kind = BuiltinKind.CLASS)
    static Object fromBytes(PyType cls, Object bytes, TruffleString order, boolean signed) {
        boolean little = IntBytes.isLittle(order);
        Object value = IntBytes.fromBytes(BytesConversion.ofObject(bytes), little, signed);
        return cls == TYPE ? value : Call.call(cls, value);
    }
}
