package org.jabiru.modules.operator;

import com.oracle.truffle.api.strings.TruffleString;
import java.security.MessageDigest;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.KeywordArguments;
import org.jabiru.protocol.LengthHint;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** The module {@code _operator}. */
@BuiltinModule("_operator")
public final class OperatorModule {
    private OperatorModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        module.dict.put("itemgetter", ItemGetter.TYPE);
        module.dict.put("attrgetter", AttributeGetter.TYPE);
        module.dict.put("methodcaller", MethodCaller.TYPE);
    }

    // ---- operators ----

    @Builtin(value = "add(a, b, /)", doc = "Same as a + b.")
    static Object add(Object a, Object b) {
        return Numbers.binary(BinaryOp.ADD, a, b);
    }

    @Builtin(value = "iadd(a, b, /)", doc = "Same as a += b.")
    static Object addInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.ADD, a, b);
    }

    @Builtin(value = "sub(a, b, /)", doc = "Same as a - b.")
    static Object sub(Object a, Object b) {
        return Numbers.binary(BinaryOp.SUB, a, b);
    }

    @Builtin(value = "isub(a, b, /)", doc = "Same as a -= b.")
    static Object subInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.SUB, a, b);
    }

    @Builtin(value = "mul(a, b, /)", doc = "Same as a * b.")
    static Object mul(Object a, Object b) {
        return Numbers.binary(BinaryOp.MUL, a, b);
    }

    @Builtin(value = "imul(a, b, /)", doc = "Same as a *= b.")
    static Object mulInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.MUL, a, b);
    }

    @Builtin(value = "matmul(a, b, /)", doc = "Same as a @ b.")
    static Object matmul(Object a, Object b) {
        return Numbers.binary(BinaryOp.MATMUL, a, b);
    }

    @Builtin(value = "imatmul(a, b, /)", doc = "Same as a @= b.")
    static Object matmulInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.MATMUL, a, b);
    }

    @Builtin(value = "truediv(a, b, /)", doc = "Same as a / b.")
    static Object truediv(Object a, Object b) {
        return Numbers.binary(BinaryOp.TRUEDIV, a, b);
    }

    @Builtin(value = "itruediv(a, b, /)", doc = "Same as a /= b.")
    static Object truedivInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.TRUEDIV, a, b);
    }

    @Builtin(value = "floordiv(a, b, /)", doc = "Same as a // b.")
    static Object floordiv(Object a, Object b) {
        return Numbers.binary(BinaryOp.FLOORDIV, a, b);
    }

    @Builtin(value = "ifloordiv(a, b, /)", doc = "Same as a //= b.")
    static Object floordivInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.FLOORDIV, a, b);
    }

    @Builtin(value = "mod(a, b, /)", doc = "Same as a % b.")
    static Object mod(Object a, Object b) {
        return Numbers.binary(BinaryOp.MOD, a, b);
    }

    @Builtin(value = "imod(a, b, /)", doc = "Same as a %= b.")
    static Object modInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.MOD, a, b);
    }

    @Builtin(value = "lshift(a, b, /)", doc = "Same as a << b.")
    static Object lshift(Object a, Object b) {
        return Numbers.binary(BinaryOp.LSHIFT, a, b);
    }

    @Builtin(value = "ilshift(a, b, /)", doc = "Same as a <<= b.")
    static Object lshiftInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.LSHIFT, a, b);
    }

    @Builtin(value = "rshift(a, b, /)", doc = "Same as a >> b.")
    static Object rshift(Object a, Object b) {
        return Numbers.binary(BinaryOp.RSHIFT, a, b);
    }

    @Builtin(value = "irshift(a, b, /)", doc = "Same as a >>= b.")
    static Object rshiftInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.RSHIFT, a, b);
    }

    @Builtin(value = "and_(a, b, /)", doc = "Same as a & b.")
    static Object and(Object a, Object b) {
        return Numbers.binary(BinaryOp.AND, a, b);
    }

    @Builtin(value = "iand(a, b, /)", doc = "Same as a &= b.")
    static Object andInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.AND, a, b);
    }

    @Builtin(value = "xor(a, b, /)", doc = "Same as a ^ b.")
    static Object xor(Object a, Object b) {
        return Numbers.binary(BinaryOp.XOR, a, b);
    }

    @Builtin(value = "ixor(a, b, /)", doc = "Same as a ^= b.")
    static Object xorInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.XOR, a, b);
    }

    @Builtin(value = "or_(a, b, /)", doc = "Same as a | b.")
    static Object or(Object a, Object b) {
        return Numbers.binary(BinaryOp.OR, a, b);
    }

    @Builtin(value = "ior(a, b, /)", doc = "Same as a |= b.")
    static Object orInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.OR, a, b);
    }

    @Builtin(value = "pow(a, b, /)", doc = "Same as a ** b.")
    static Object pow(Object a, Object b) {
        return Numbers.binary(BinaryOp.POW, a, b);
    }

    @Builtin(value = "ipow(a, b, /)", doc = "Same as a **= b.")
    static Object powInPlace(Object a, Object b) {
        return Numbers.inPlace(BinaryOp.POW, a, b);
    }

    @Builtin(value = "lt(a, b, /)", doc = "Same as a < b.")
    static Object lt(Object a, Object b) {
        return Comparison.compare(Op.LT, a, b);
    }

    @Builtin(value = "le(a, b, /)", doc = "Same as a <= b.")
    static Object le(Object a, Object b) {
        return Comparison.compare(Op.LE, a, b);
    }

    @Builtin(value = "eq(a, b, /)", doc = "Same as a == b.")
    static Object eq(Object a, Object b) {
        return Comparison.compare(Op.EQ, a, b);
    }

    @Builtin(value = "ne(a, b, /)", doc = "Same as a != b.")
    static Object ne(Object a, Object b) {
        return Comparison.compare(Op.NE, a, b);
    }

    @Builtin(value = "gt(a, b, /)", doc = "Same as a > b.")
    static Object gt(Object a, Object b) {
        return Comparison.compare(Op.GT, a, b);
    }

    @Builtin(value = "ge(a, b, /)", doc = "Same as a >= b.")
    static Object ge(Object a, Object b) {
        return Comparison.compare(Op.GE, a, b);
    }

    @Builtin(value = "neg(a, /)", doc = "Same as -a.")
    static Object neg(Object a) {
        return Numbers.unary("-", "__neg__", a);
    }

    @Builtin(value = "pos(a, /)", doc = "Same as +a.")
    static Object pos(Object a) {
        return Numbers.unary("+", "__pos__", a);
    }

    @Builtin(value = "invert(a, /)", doc = "Same as ~a.")
    static Object invert(Object a) {
        return Numbers.unary("~", "__invert__", a);
    }

    @Builtin(value = "inv(a, /)", doc = "Same as ~a.")
    static Object inv(Object a) {
        return invert(a);
    }

    @Builtin(value = "abs(a, /)", doc = "Same as abs(a).")
    static Object abs(Object a) {
        Object result = Call.specialOrNull(a, "__abs__");
        if (result == null) {
            throw Errors.typeError("bad operand type for abs(): '%s'", Types.of(a).fullName());
        }
        return result;
    }

    @Builtin(value = "index(a, /)", doc = "Same as a.__index__().")
    static Object index(Object a) {
        return Numbers.index(a);
    }

    // ---- truth and identity ----

    @Builtin(value = "truth(a, /)", doc = "Whether a is true.")
    static boolean truth(boolean a) {
        return a;
    }

    @Builtin(value = "not_(a, /)", doc = "Same as not a.")
    static boolean not(boolean a) {
        return !a;
    }

    @Builtin(value = "is_(a, b, /)", doc = "Same as a is b.")
    static boolean is(Object a, Object b) {
        return Comparison.same(a, b);
    }

    @Builtin(value = "is_not(a, b, /)", doc = "Same as a is not b.")
    static boolean isNot(Object a, Object b) {
        return !Comparison.same(a, b);
    }

    @Builtin(value = "is_none(a, /)", doc = "Same as a is None.")
    static boolean isNone(Object a) {
        return a == Singleton.NONE;
    }

    @Builtin(value = "is_not_none(a, /)", doc = "Same as a is not None.")
    static boolean isNotNone(Object a) {
        return a != Singleton.NONE;
    }

    // ---- containers ----

    @Builtin(value = "getitem(a, b, /)", doc = "Same as a[b].")
    static Object getItem(Object a, Object b) {
        return Sequences.getItem(a, b);
    }

    @Builtin(value = "setitem(a, b, c, /)", doc = "Same as a[b] = c.")
    static void setItem(Object a, Object b, Object c) {
        Sequences.setItem(a, b, c);
    }

    @Builtin(value = "delitem(a, b, /)", doc = "Same as del a[b].")
    static void deleteItem(Object a, Object b) {
        Sequences.deleteItem(a, b);
    }

    @Builtin(value = "contains(a, b, /)", doc = "Same as b in a.")
    static boolean contains(Object a, Object b) {
        return Sequences.contains(a, b);
    }

    private static void requireSequence(Object a) {
        if (!Sequences.isSequence(a)) {
            throw Errors.typeError("'%s' object can't be concatenated", Types.of(a).fullName());
        }
    }

    @Builtin(value = "concat(a, b, /)", doc = "Same as a + b, for sequences.")
    static Object concat(Object a, Object b) {
        requireSequence(a);
        return add(a, b);
    }

    @Builtin(value = "iconcat(a, b, /)", doc = "Same as a += b, for sequences.")
    static Object concatInPlace(Object a, Object b) {
        requireSequence(a);
        return addInPlace(a, b);
    }

    private static Object iterate(Object a) {
        var special = Types.of(a).special();
        if (special.iter == null && special.getItem == null) {
            throw Errors.typeError("argument of type '%s' is not iterable", Types.of(a).fullName());
        }
        return Iteration.iter(a);
    }

    @Builtin(value = "countOf(a, b, /)", doc = "How many items of a equal b.")
    static long countOf(Object a, Object b) {
        long n = 0;
        Object iterator = iterate(a);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Comparison.sameOrEqual(x, b)) {
                n++;
            }
        }
        return n;
    }

    @Builtin(value = "indexOf(a, b, /)", doc = "The index of the first item of a that equals b.")
    static long indexOf(Object a, Object b) {
        long n = 0;
        Object iterator = iterate(a);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Comparison.sameOrEqual(x, b)) {
                return n;
            }
            n++;
        }
        throw Errors.valueError("sequence.index(x): x not in sequence");
    }

    @Builtin(
            value = "length_hint(obj, default=0, /)",
            doc = "About how many items there are: len(), __length_hint__() or the default.")
    static long lengthHint(Object o, long otherwise) {
        return LengthHint.of(o, otherwise);
    }

    // ---- calls ----

    @Builtin(value = "call(obj, /, *args, **kwargs)", doc = "Same as obj(*args, **kwargs).")
    static Object call(Object o, Object[] args, PyDict keywords) {
        return KeywordArguments.call(o, args, keywords);
    }

    @Builtin(
            value = "_compare_digest(a, b, /)",
            doc = "Whether two ASCII str or two bytes-like objects are equal, in constant time.")
    static boolean compareDigest(Object a, Object b) {
        TruffleString s = Str.valueOrNull(a);
        TruffleString t = Str.valueOrNull(b);
        if (s != null && t != null) {
            return MessageDigest.isEqual(ascii(s), ascii(t));
        }
        if (!ByteArguments.isBytesLike(a) && !ByteArguments.isBytesLike(b)) {
            throw Errors.typeError(
                    "unsupported operand types(s) or combination of types: '%s' and '%s'",
                    Types.of(a).fullName(), Types.of(b).fullName());
        }
        return MessageDigest.isEqual(ByteArguments.read(a), ByteArguments.read(b));
    }

    private static byte[] ascii(TruffleString s) {
        int[] points = Str.codePoints(s);
        byte[] out = new byte[points.length];
        for (int i = 0; i < points.length; i++) {
            if (points[i] >= 128) {
                throw Errors.typeError(
                        "comparing strings with non-ASCII characters is not supported");
            }
            out[i] = (byte) points[i];
        }
        return out;
    }
}
