package org.jabiru.modules.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.TernaryPower;

/** Functions of numbers and characters. */
@BuiltinModule("builtins")
final class NumberFunctions {
    private NumberFunctions() {}

    @Builtin(
            value = "abs(number, /)",
            shown = "($module, x, /)",
            doc = "Return the absolute value of the argument.")
    static Object abs(Object number) {
        Object result = Call.specialOrNull(number, "__abs__");
        if (result == null) {
            throw Errors.typeError("bad operand type for abs(): '%s'", Types.of(number).name());
        }
        return result;
    }

    @Builtin(
            value = "bin(number, /)",
            doc =
                    "Return the binary representation of an integer.\n"
                            + "\n"
                            + "    >>> bin(10)\n"
                            + "    '0b1010'")
    static String bin(Object number) {
        return inRadix(number, 2, "0b");
    }

    @Builtin(
            value = "oct(number, /)",
            doc =
                    "Return the octal representation of an integer.\n"
                            + "\n"
                            + "    >>> oct(64)\n"
                            + "    '0o100'")
    static String oct(Object number) {
        return inRadix(number, 8, "0o");
    }

    @Builtin(
            value = "hex(number, /)",
            doc =
                    "Return the hexadecimal representation of an integer.\n"
                            + "\n"
                            + "    >>> hex(255)\n"
                            + "    '0xff'")
    static String hex(Object number) {
        return inRadix(number, 16, "0x");
    }

    private static String inRadix(Object number, int radix, String prefix) {
        Object i = Numbers.index(number);
        String digits =
                i instanceof Long l ? Long.toString(l, radix) : Numbers.big(i).toString(radix);
        return digits.startsWith("-") ? "-" + prefix + digits.substring(1) : prefix + digits;
    }

    @Builtin(
            value = "chr(i, /)",
            doc = "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.")
    static Object chr(Object number) {
        Object i = Numbers.index(number);
        if (!(i instanceof Long code) || code < 0 || code > 0x10ffff) {
            throw Errors.valueError("chr() arg not in range(0x110000)");
        }
        return Str.ofCodePoint(code.intValue());
    }

    @Builtin(
            value = "ord(character, /)",
            doc = "Return the Unicode code point for a one-character string.")
    static long ord(Object character) {
        TruffleString s = Str.valueOrNull(character);
        if (s != null) {
            if (Str.length(s) != 1) {
                throw wrongLength(Str.length(s));
            }
            return Str.codePointAt(s, 0);
        }
        if (isBytes(character)) {
            long size = Sequences.length(character);
            if (size != 1) {
                throw wrongLength(size);
            }
            return (Long) Sequences.getItem(character, 0L);
        }
        throw Errors.typeError(
                "ord() expected string of length 1, but %s found", Types.of(character).name());
    }

    private static PyException wrongLength(long length) {
        return Errors.typeError(
                "ord() expected a character, but string of length %d found", length);
    }

    static boolean isBytes(Object o) {
        for (var t : Types.of(o).mro()) {
            if (!t.isHeapType() && (t.name().equals("bytes") || t.name().equals("bytearray"))) {
                return true;
            }
        }
        return false;
    }

    @Builtin(value = "divmod(x, y, /)", doc = "Return the tuple (x//y, x%y).")
    static Object divmod(Object x, Object y) {
        return Numbers.binary(BinaryOp.DIVMOD, x, y);
    }

    @Builtin(
            value = "pow(base, exp, mod=None)",
            doc = "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.")
    static Object pow(Object base, Object exponent, Object modulus) {
        if (modulus == Singleton.NONE) {
            return Numbers.binary(BinaryOp.POW, base, exponent);
        }
        return TernaryPower.power(base, exponent, modulus, "** or pow()");
    }

    @Builtin(
            value = "round(number, ndigits=None)",
            doc = "Round a number to a given precision in decimal digits.")
    static Object round(Object number, Object digits) {
        Object result =
                digits == Singleton.NONE
                        ? Call.specialOrNull(number, "__round__")
                        : Call.specialOrNull(number, "__round__", digits);
        if (result == null) {
            throw Errors.typeError(
                    "type %s doesn't define __round__ method", Types.of(number).name());
        }
        return result;
    }

    @Builtin(
            value = "sum(iterable, /, start=0)",
            doc = "Return the sum of a 'start' value (default: 0) plus an iterable of numbers.")
    static Object sum(Object iterable, Object start) {
        return Summation.sum(iterable, start);
    }
}
