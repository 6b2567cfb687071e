package org.jabiru.builtins.floats;

import com.oracle.truffle.api.strings.TruffleString;
import java.nio.ByteOrder;
import org.jabiru.builtins.bytes.BytesType;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.format.FloatFormat;
import org.jabiru.builtins.format.FormatSpec;
import org.jabiru.builtins.ints.NewCheck;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** The methods of float. */
@BuiltinType(value = "float", doc = "Convert a string or a number to a floating-point number.")
public final class FloatType {
    public static final PyType TYPE =
            PyType.builtin("float", FloatTypeTable::new, type -> new PyFloat(type, 0.0));

    private FloatType() {}

    private static double plain(Object self) {
        if (self instanceof Double d) {
            return d;
        }
        if (self instanceof PyFloat f) {
            return f.value;
        }
        throw Errors.typeError(
                "descriptor requires a 'float' object but received a '%s'", Types.of(self).name());
    }

    @Builtin(value = "__new__(cls, x=0, /)", kind = BuiltinKind.NEW)
    static Object newInstance(Object cls, Object x) {
        PyType type = NewCheck.subtype(TYPE, cls);
        double value = convert(x);
        return type == TYPE ? (Object) value : Finalizers.watched(new PyFloat(type, value));
    }

    /** {@code float(x)}. */
    public static double convert(Object x) {
        if (x instanceof Double d) {
            return d;
        }
        TruffleString text = Str.valueOrNull(x);
        if (text != null && (x == text || Types.of(x).lookup("__float__") == null)) {
            return FloatText.parse(text);
        }
        if (x instanceof PyBytes b && b.type() == BytesType.TYPE) {
            return FloatText.parse(b.value, x);
        }
        if (Types.of(x).lookup("__float__") == null && !Numbers.isIndex(x)) {
            if (x instanceof PyByteArray || Buffers.isBuffer(x)) {
                byte[] bytes = Buffers.contiguousBytesOrNull(x);
                if (bytes != null) {
                    return FloatText.parse(bytes, x);
                }
            }
            throw Errors.typeError(
                    "float() argument must be a string or a real number, not '%s'",
                    Types.of(x).name());
        }
        return Numbers.convertToDouble(x);
    }

    @Builtin("__add__(self, value, /)")
    static Object add(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : (Object) (plain(self) + other);
    }

    @Builtin("__radd__(self, value, /)")
    static Object radd(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : (Object) (other + plain(self));
    }

    @Builtin("__sub__(self, value, /)")
    static Object sub(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : (Object) (plain(self) - other);
    }

    @Builtin("__rsub__(self, value, /)")
    static Object rsub(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : (Object) (other - plain(self));
    }

    @Builtin("__mul__(self, value, /)")
    static Object mul(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : (Object) (plain(self) * other);
    }

    @Builtin("__rmul__(self, value, /)")
    static Object rmul(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : (Object) (other * plain(self));
    }

    @Builtin("__truediv__(self, value, /)")
    static Object truediv(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) (FloatArithmetic.divide(plain(self), other));
    }

    @Builtin("__rtruediv__(self, value, /)")
    static Object rtruediv(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) (FloatArithmetic.divide(other, plain(self)));
    }

    @Builtin("__floordiv__(self, value, /)")
    static Object floordiv(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) (FloatArithmetic.floorDivide(plain(self), other));
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static Object rfloordiv(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) (FloatArithmetic.floorDivide(other, plain(self)));
    }

    @Builtin("__mod__(self, value, /)")
    static Object mod(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) (FloatArithmetic.modulo(plain(self), other));
    }

    @Builtin("__rmod__(self, value, /)")
    static Object rmod(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null
                ? Singleton.NOT_IMPLEMENTED
                : (Object) (FloatArithmetic.modulo(other, plain(self)));
    }

    @Builtin("__divmod__(self, value, /)")
    static Object divmod(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : divmod(plain(self), (double) other);
    }

    @Builtin("__rdivmod__(self, value, /)")
    static Object rdivmod(Object self, Object value) {
        Double other = FloatArithmetic.operandOrNull(value);
        return other == null ? Singleton.NOT_IMPLEMENTED : divmod((double) other, plain(self));
    }

    private static Object divmod(double a, double b) {
        return new PyTuple(FloatArithmetic.floorDivide(a, b), FloatArithmetic.modulo(a, b));
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static Object pow(Object self, Object value, Object mod) {
        noModulus(mod);
        Double other = FloatArithmetic.operandOrNull(value);
        if (other == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return FloatArithmetic.power(plain(self), other);
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static Object rpow(Object self, Object value, Object mod) {
        noModulus(mod);
        Double other = FloatArithmetic.operandOrNull(value);
        if (other == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return FloatArithmetic.power(other, plain(self));
    }

    /** TypeError for a third argument of pow(). */
    public static void noModulus(Object mod) {
        if (mod != Singleton.NONE) {
            throw Errors.typeError(
                    "pow() 3rd argument not allowed unless all arguments are integers");
        }
    }

    @Builtin("__neg__(self, /)")
    static double neg(Object self) {
        return -plain(self);
    }

    @Builtin("__pos__(self, /)")
    static double pos(Object self) {
        return plain(self);
    }

    @Builtin("__abs__(self, /)")
    static double abs(Object self) {
        return Math.abs(plain(self));
    }

    @Builtin("__bool__(self, /)")
    static boolean bool(Object self) {
        return plain(self) != 0;
    }

    private static Object compare(Comparison.Op op, Object self, Object value) {
        Boolean result = FloatArithmetic.compareOrNull(op, plain(self), value);
        return result == null ? Singleton.NOT_IMPLEMENTED : result;
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
        double d = plain(self);
        return Double.isNaN(d) ? Identity.hash(self) : Hashing.hashDouble(d);
    }

    @Builtin("__repr__(self, /)")
    static String repr(Object self) {
        return FloatText.repr(plain(self));
    }

    @Builtin("__format__(self, format_spec, /)")
    static Object format(Object self, TruffleString spec) {
        if (Str.length(spec) == 0) {
            return Repr.str(self);
        }
        String type = Types.of(self).name();
        return FloatFormat.format(plain(self), FormatSpec.parse(spec, type, '>'), type);
    }

    @Builtin("__float__(self, /)")
    static double toFloat(Object self) {
        return plain(self);
    }

    @Builtin("__int__(self, /)")
    static Object toInt(Object self) {
        return FloatArithmetic.toInt(plain(self));
    }

    @Builtin("__trunc__(self, /)")
    static Object trunc(Object self) {
        return FloatArithmetic.toInt(plain(self));
    }

    @Builtin("__floor__(self, /)")
    static Object floor(Object self) {
        return FloatArithmetic.toInt(Math.floor(plain(self)));
    }

    @Builtin("__ceil__(self, /)")
    static Object ceil(Object self) {
        return FloatArithmetic.toInt(Math.ceil(plain(self)));
    }

    @Builtin("__round__(self, ndigits=None, /)")
    static Object round(Object self, Object digits) {
        return digits == Singleton.NONE
                ? FloatArithmetic.roundToInt(plain(self))
                : (Object) FloatArithmetic.round(plain(self), Numbers.index(digits));
    }

    @Builtin("__getnewargs__(self, /)")
    static Object getNewArgs(Object self) {
        return new PyTuple(plain(self));
    }

    @Builtin(value = "real", kind = BuiltinKind.GETTER)
    static double real(Object self) {
        return plain(self);
    }

    @Builtin(value = "imag", kind = BuiltinKind.GETTER)
    static double imag(Object self) {
        return 0.0;
    }

    @Builtin("conjugate(self, /)")
    static double conjugate(Object self) {
        return plain(self);
    }

    @Builtin(
            value = "as_integer_ratio(self, /)",
            doc =
                    "A pair of ints whose quotient is exactly the float; the second is positive.\n"
                            + "\n"
                            + "    >>> (0.75).as_integer_ratio()\n"
                            + "    (3, 4)")
    static Object asIntegerRatio(Object self) {
        return new PyTuple(FloatArithmetic.integerRatio(plain(self)));
    }

    @Builtin("is_integer(self, /)")
    static boolean isInteger(Object self) {
        double d = plain(self);
        return Double.isFinite(d) && d == Math.rint(d);
    }

    @Builtin(
            value = "hex(self, /)",
            doc =
                    "The exact value with a hexadecimal mantissa.\n"
                            + "\n"
                            + "    >>> (0.5).hex()\n"
                            + "    '0x1.0000000000000p-1'")
    static String hex(Object self) {
        return FloatHex.hex(plain(self));
    }

    @Builtin(
            value = "fromhex(cls, string, /)",
            kind = BuiltinKind.CLASS,
            doc =
                    "The float that hex() wrote.\n"
                            + "\n"
                            + "    >>> float.fromhex('0x1.8p1')\n"
                            + "    3.0")
    static Object fromHex(PyType cls, Object string) {
        TruffleString text = Str.valueOrNull(string);
        if (text == null) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        if (!Str.isAscii(text)) {
            Codecs.encode(text, Str.name("utf-8"), null); // CPython reads its UTF-8, if it has one
        }
        double value = FloatHex.parse(Str.java(text));
        return cls == TYPE ? (Object) value : Call.call(cls, value);
    }

    @Builtin(value = "from_number(cls, number, /)", kind = BuiltinKind.CLASS)
    static Object fromNumber(PyType cls, Object number) {
        double value = Numbers.toDouble(number);
        return cls == TYPE ? (Object) value : Call.call(cls, value);
    }

    @Builtin(value = "__getformat__(cls, typestr, /)", kind = BuiltinKind.CLASS)
    static String getFormat(PyType cls, TruffleString kind) {
        String name = Str.java(kind);
        if (!name.equals("double") && !name.equals("float")) {
            throw Errors.valueError("__getformat__() argument 1 must be 'double' or 'float'");
        }
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                ? "IEEE, little-endian"
                : "IEEE, big-endian";
    }
}
