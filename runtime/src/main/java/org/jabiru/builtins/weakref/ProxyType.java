package org.jabiru.builtins.weakref;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Builtins;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** The methods of weak proxies: each does to the object what was asked of the proxy. */
@BuiltinType("weakref.ProxyType")
public final class ProxyType {
    public static final PyType TYPE =
            PyType.builtin("weakref.ProxyType", ProxyTypeTable::new, null).sealed();

    private ProxyType() {}

    private static Object unwrap(Object o) {
        return PyWeakProxy.unwrap(o);
    }

    private static Object binary(BinaryOp op, Object a, Object b) {
        return Numbers.binary(op, unwrap(a), unwrap(b));
    }

    private static Object required(Object self, String method, String message) {
        Object o = unwrap(self);
        Object result = Call.specialOrNull(o, method);
        if (result == null) {
            throw Errors.typeError(message, Types.of(o).name());
        }
        return result;
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyWeakProxy self) {
        return ReferenceType.repr(self, self.referentOrNull(), "weakproxy");
    }

    @Builtin("__next__(self, /)")
    static Object next(Object self) {
        return required(self, "__next__", "Weakref proxy referenced a non-iterator '%s' object");
    }

    @Builtin("__neg__(self, /)")
    static Object neg(Object self) {
        return Numbers.unary("-", "__neg__", unwrap(self));
    }

    @Builtin("__pos__(self, /)")
    static Object pos(Object self) {
        return Numbers.unary("+", "__pos__", unwrap(self));
    }

    @Builtin("__invert__(self, /)")
    static Object invert(Object self) {
        return Numbers.unary("~", "__invert__", unwrap(self));
    }

    @Builtin("__abs__(self, /)")
    static Object abs(Object self) {
        return required(self, "__abs__", "bad operand type for abs(): '%s'");
    }

    @Builtin("__int__(self, /)")
    static Object toInt(Object self) {
        return Call.call(IntType.TYPE, unwrap(self));
    }

    @Builtin("__float__(self, /)")
    static double toFloat(Object self) {
        return Numbers.toDouble(unwrap(self));
    }

    @Builtin("__index__(self, /)")
    static Object index(Object self) {
        return Numbers.index(unwrap(self));
    }

    @Builtin("__bool__(self, /)")
    static boolean bool(Object self) {
        return Truth.isTrue(unwrap(self));
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static Object pow(Object self, Object value, Object mod) {
        return Call.call(Builtins.get("pow"), unwrap(self), unwrap(value), unwrap(mod));
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static Object reflectedPow(Object self, Object value, Object mod) {
        return Call.call(Builtins.get("pow"), unwrap(value), unwrap(self), unwrap(mod));
    }

    @Builtin("__ipow__(self, value, /)")
    static Object inPlacePow(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.POW, unwrap(self), unwrap(value));
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(Object self, Object value) {
        return Comparison.compare(Comparison.Op.EQ, unwrap(self), unwrap(value));
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(Object self, Object value) {
        return Comparison.compare(Comparison.Op.NE, unwrap(self), unwrap(value));
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(Object self, Object value) {
        return Comparison.compare(Comparison.Op.LT, unwrap(self), unwrap(value));
    }

    @Builtin("__le__(self, value, /)")
    static Object le(Object self, Object value) {
        return Comparison.compare(Comparison.Op.LE, unwrap(self), unwrap(value));
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(Object self, Object value) {
        return Comparison.compare(Comparison.Op.GT, unwrap(self), unwrap(value));
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(Object self, Object value) {
        return Comparison.compare(Comparison.Op.GE, unwrap(self), unwrap(value));
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Object self) {
        return Iteration.iter(unwrap(self));
    }

    @Builtin("__len__(self, /)")
    static long len(Object self) {
        return Sequences.length(unwrap(self));
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(Object self, Object key) {
        return Sequences.getItem(unwrap(self), unwrap(key));
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(Object self, Object key, Object value) {
        Sequences.setItem(unwrap(self), unwrap(key), unwrap(value));
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(Object self, Object key) {
        Sequences.deleteItem(unwrap(self), unwrap(key));
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(Object self, Object key) {
        return Sequences.contains(unwrap(self), unwrap(key));
    }

    @Builtin("__bytes__(self, /)")
    static Object bytes(Object self) {
        return Call.method(unwrap(self), "__bytes__");
    }

    @Builtin("__reversed__(self, /)")
    static Object reversed(Object self) {
        return Call.method(unwrap(self), "__reversed__");
    }

    @Builtin("__str__(self, /)")
    static Object str(Object self) {
        return Repr.str(unwrap(self));
    }

    @Builtin("__getattribute__(self, name, /)")
    static Object getAttribute(Object self, TruffleString name) {
        return Attributes.get(unwrap(self), name);
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(Object self, TruffleString name, Object value) {
        Attributes.set(unwrap(self), name, value);
    }

    @Builtin("__delattr__(self, name, /)")
    static void deleteAttribute(Object self, TruffleString name) {
        Attributes.set(unwrap(self), name, null);
    }

    @Builtin("__add__(self, value, /)")
    static Object add(Object self, Object value) {
        return binary(BinaryOp.ADD, self, value);
    }

    @Builtin("__radd__(self, value, /)")
    static Object reflectedAdd(Object self, Object value) {
        return binary(BinaryOp.ADD, value, self);
    }

    @Builtin("__iadd__(self, value, /)")
    static Object inPlaceAdd(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.ADD, unwrap(self), unwrap(value));
    }

    @Builtin("__sub__(self, value, /)")
    static Object sub(Object self, Object value) {
        return binary(BinaryOp.SUB, self, value);
    }

    @Builtin("__rsub__(self, value, /)")
    static Object reflectedSub(Object self, Object value) {
        return binary(BinaryOp.SUB, value, self);
    }

    @Builtin("__isub__(self, value, /)")
    static Object inPlaceSub(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.SUB, unwrap(self), unwrap(value));
    }

    @Builtin("__mul__(self, value, /)")
    static Object mul(Object self, Object value) {
        return binary(BinaryOp.MUL, self, value);
    }

    @Builtin("__rmul__(self, value, /)")
    static Object reflectedMul(Object self, Object value) {
        return binary(BinaryOp.MUL, value, self);
    }

    @Builtin("__imul__(self, value, /)")
    static Object inPlaceMul(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.MUL, unwrap(self), unwrap(value));
    }

    @Builtin("__mod__(self, value, /)")
    static Object modOf(Object self, Object value) {
        return binary(BinaryOp.MOD, self, value);
    }

    @Builtin("__rmod__(self, value, /)")
    static Object reflectedMod(Object self, Object value) {
        return binary(BinaryOp.MOD, value, self);
    }

    @Builtin("__imod__(self, value, /)")
    static Object inPlaceMod(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.MOD, unwrap(self), unwrap(value));
    }

    @Builtin("__divmod__(self, value, /)")
    static Object divmod(Object self, Object value) {
        return binary(BinaryOp.DIVMOD, self, value);
    }

    @Builtin("__rdivmod__(self, value, /)")
    static Object reflectedDivmod(Object self, Object value) {
        return binary(BinaryOp.DIVMOD, value, self);
    }

    @Builtin("__lshift__(self, value, /)")
    static Object lshift(Object self, Object value) {
        return binary(BinaryOp.LSHIFT, self, value);
    }

    @Builtin("__rlshift__(self, value, /)")
    static Object reflectedLshift(Object self, Object value) {
        return binary(BinaryOp.LSHIFT, value, self);
    }

    @Builtin("__ilshift__(self, value, /)")
    static Object inPlaceLshift(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.LSHIFT, unwrap(self), unwrap(value));
    }

    @Builtin("__rshift__(self, value, /)")
    static Object rshift(Object self, Object value) {
        return binary(BinaryOp.RSHIFT, self, value);
    }

    @Builtin("__rrshift__(self, value, /)")
    static Object reflectedRshift(Object self, Object value) {
        return binary(BinaryOp.RSHIFT, value, self);
    }

    @Builtin("__irshift__(self, value, /)")
    static Object inPlaceRshift(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.RSHIFT, unwrap(self), unwrap(value));
    }

    @Builtin("__and__(self, value, /)")
    static Object andOf(Object self, Object value) {
        return binary(BinaryOp.AND, self, value);
    }

    @Builtin("__rand__(self, value, /)")
    static Object reflectedAnd(Object self, Object value) {
        return binary(BinaryOp.AND, value, self);
    }

    @Builtin("__iand__(self, value, /)")
    static Object inPlaceAnd(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.AND, unwrap(self), unwrap(value));
    }

    @Builtin("__xor__(self, value, /)")
    static Object xorOf(Object self, Object value) {
        return binary(BinaryOp.XOR, self, value);
    }

    @Builtin("__rxor__(self, value, /)")
    static Object reflectedXor(Object self, Object value) {
        return binary(BinaryOp.XOR, value, self);
    }

    @Builtin("__ixor__(self, value, /)")
    static Object inPlaceXor(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.XOR, unwrap(self), unwrap(value));
    }

    @Builtin("__or__(self, value, /)")
    static Object orOf(Object self, Object value) {
        return binary(BinaryOp.OR, self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static Object reflectedOr(Object self, Object value) {
        return binary(BinaryOp.OR, value, self);
    }

    @Builtin("__ior__(self, value, /)")
    static Object inPlaceOr(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.OR, unwrap(self), unwrap(value));
    }

    @Builtin("__floordiv__(self, value, /)")
    static Object floordiv(Object self, Object value) {
        return binary(BinaryOp.FLOORDIV, self, value);
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static Object reflectedFloordiv(Object self, Object value) {
        return binary(BinaryOp.FLOORDIV, value, self);
    }

    @Builtin("__ifloordiv__(self, value, /)")
    static Object inPlaceFloordiv(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.FLOORDIV, unwrap(self), unwrap(value));
    }

    @Builtin("__truediv__(self, value, /)")
    static Object truediv(Object self, Object value) {
        return binary(BinaryOp.TRUEDIV, self, value);
    }

    @Builtin("__rtruediv__(self, value, /)")
    static Object reflectedTruediv(Object self, Object value) {
        return binary(BinaryOp.TRUEDIV, value, self);
    }

    @Builtin("__itruediv__(self, value, /)")
    static Object inPlaceTruediv(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.TRUEDIV, unwrap(self), unwrap(value));
    }

    @Builtin("__matmul__(self, value, /)")
    static Object matmul(Object self, Object value) {
        return binary(BinaryOp.MATMUL, self, value);
    }

    @Builtin("__rmatmul__(self, value, /)")
    static Object reflectedMatmul(Object self, Object value) {
        return binary(BinaryOp.MATMUL, value, self);
    }

    @Builtin("__imatmul__(self, value, /)")
    static Object inPlaceMatmul(Object self, Object value) {
        return Numbers.inPlace(BinaryOp.MATMUL, unwrap(self), unwrap(value));
    }
}
