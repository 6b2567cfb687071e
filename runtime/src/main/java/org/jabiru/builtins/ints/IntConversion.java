package org.jabiru.builtins.ints;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/** {@code int(x)} and {@code int(x, base)}: the plain value, Long or BigInteger. */
public final class IntConversion {
    private IntConversion() {}

    /** {@code int(x)}: {@code __int__}, {@code __index__}, or text. */
    public static Object fromObject(Object x) {
        if (x instanceof Long) {
            return x;
        }
        if (x instanceof Double d) {
            return FloatArithmetic.toInt(d);
        }
        Object result = Call.specialOrNull(x, "__int__");
        if (result != null) {
            Object value = Numbers.intOrNull(result);
            if (value == null) {
                throw Errors.typeError(
                        "%s.__int__() must return an int, not %s",
                        Types.of(x).fullName(), Types.of(result).name());
            }
            Numbers.warnOfSubclass(result, "__int__", "int");
            return value;
        }
        if (Types.of(x).special().index != null) {
            return Numbers.index(x);
        }
        TruffleString text = Str.valueOrNull(x);
        if (text != null) {
            return IntParser.parse(text, 10);
        }
        if (x instanceof PyFloat f) {
            return FloatArithmetic.toInt(f.value);
        }
        if (Buffers.isBuffer(x)) {
            byte[] bytes = Buffers.bytesOf(x);
            return IntParser.parse(bytes, 10, new PyBytes(bytes));
        }
        throw Errors.typeError(
                "int() argument must be a string, a bytes-like object or a real number, not '%s'",
                Types.of(x).name());
    }

    /** {@code int(x, base)}. */
    static Object fromText(Object x, Object base) {
        Object index = Numbers.index(base);
        int radix = index instanceof Long l && l >= 0 && l <= 36 ? l.intValue() : 1;
        if (radix == 1) {
            throw Errors.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        TruffleString text = Str.valueOrNull(x);
        if (text != null) {
            return IntParser.parse(text, radix);
        }
        if (x instanceof PyBytes || x instanceof PyByteArray) {
            byte[] bytes = Buffers.bytesOf(x);
            return IntParser.parse(bytes, radix, new PyBytes(bytes));
        }
        throw Errors.typeError("int() can't convert non-string with explicit base");
    }
}
