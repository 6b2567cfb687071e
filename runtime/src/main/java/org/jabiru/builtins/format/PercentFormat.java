package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Locale;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.builtins.ints.IntConversion;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.str.StrRepr;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyFloat;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/**
 * The % operator of str and bytes (printf-style String Formatting). Bytes are formatted as Latin-1.
 */
public final class PercentFormat {
    private final CodePoints format;
    private final boolean bytes;
    private final StrBuilder out;
    private final Object argument;
    private final boolean isTuple;
    private final boolean isMapping;
    private int at;
    private int nextArgument;
    private boolean keyUsed;

    // the conversion being read
    private boolean left;
    private boolean plus;
    private boolean blank;
    private boolean alternate;
    private boolean zero;
    private int width;
    private int precision;

    private PercentFormat(CodePoints format, Object argument, boolean bytes) {
        this.format = format;
        this.bytes = bytes;
        this.argument = argument;
        this.out = new StrBuilder(format.length() + 32);
        this.isTuple = argument instanceof PyTuple;
        this.isMapping =
                !isTuple
                        && Sequences.isMapping(argument)
                        && Str.valueOrNull(argument) == null
                        && !(bytes
                                && (argument instanceof PyBytes
                                        || argument instanceof PyByteArray));
    }

    /** {@code format % argument} for str. */
    public static TruffleString format(TruffleString format, Object argument) {
        TruffleString made = new PercentFormat(CodePoints.of(format), argument, false).run();
        return same(made, format) ? format : made;
    }

    /** Whether both are equal, quickly where they are not: then a copy need not be kept. */
    static boolean same(TruffleString a, TruffleString b) {
        return Str.length(a) == Str.length(b) && Str.equal(a, b);
    }

    /** {@code format % argument} for bytes, which are given and returned as Latin-1. */
    public static TruffleString formatBytes(TruffleString format, Object argument) {
        return new PercentFormat(CodePoints.of(format), argument, true).run();
    }

    private TruffleString run() {
        int n = format.length();
        while (at < n) {
            int from = at;
            while (at < n && format.at(at) != '%') {
                at++;
            }
            out.append(format, from, at);
            if (at < n) {
                at++;
                if (at < n && format.at(at) == '%') {
                    out.append('%');
                    at++;
                } else {
                    conversion();
                }
            }
        }
        boolean allUsed = isTuple ? nextArgument == ((PyTuple) argument).size() : nextArgument > 0;
        if (!allUsed && !keyUsed && !(isMapping && !isTuple)) {
            throw Errors.typeError(
                    "not all arguments converted during %s formatting", bytes ? "bytes" : "string");
        }
        return out.toStr();
    }

    private int read() {
        if (at >= format.length()) {
            throw Errors.valueError("incomplete format");
        }
        return format.at(at++);
    }

    private Object takeArgument() {
        if (isTuple) {
            PyTuple t = (PyTuple) argument;
            if (nextArgument < t.size()) {
                return t.get(nextArgument++);
            }
        } else if (nextArgument == 0) {
            nextArgument++;
            return argument;
        }
        throw Errors.typeError("not enough arguments for format string");
    }

    private void conversion() {
        left = plus = blank = alternate = zero = false;
        width = -1;
        precision = -1;
        Object keyed = null;
        int c = read();
        if (c == '(') {
            keyed = keyed();
            c = read();
        }
        flags:
        while (true) {
            switch (c) {
                case '-' -> left = true;
                case '+' -> plus = true;
                case ' ' -> blank = true;
                case '#' -> alternate = true;
                case '0' -> zero = true;
                default -> {
                    break flags;
                }
            }
            c = read();
        }
        if (c == '*') {
            long w = starArgument("width");
            left |= w < 0;
            width = (int) Math.abs(w);
            c = read();
        } else if (c >= '0' && c <= '9') {
            at--;
            width = number("width");
            c = read();
        }
        if (c == '.') {
            precision = 0;
            c = read();
            if (c == '*') {
                precision = (int) Math.max(0, starArgument("precision"));
                c = read();
            } else if (c >= '0' && c <= '9') {
                at--;
                precision = number("precision");
                c = read();
            }
        }
        if (c == 'h' || c == 'l' || c == 'L') {
            c = read();
        }
        convert(c, keyed != null ? keyed : takeArgument());
    }

    /** {@code argument[key]} for the key in parentheses. */
    private Object keyed() {
        if (!isMapping) {
            throw Errors.typeError("format requires a mapping");
        }
        int from = at;
        int depth = 1;
        while (depth > 0) {
            if (at >= format.length()) {
                throw Errors.valueError("incomplete format key");
            }
            int c = format.at(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        TruffleString key = new StrBuilder().append(format, from, at - 1).toStr();
        keyUsed = true;
        return Sequences.getItem(argument, bytes ? PyBytes.ofLatin1(key) : key);
    }

    private long starArgument(String what) {
        Object value = Numbers.intOrNull(takeArgument());
        if (value == null) {
            throw Errors.typeError("* wants int");
        }
        boolean isWidth = what.equals("width");
        if (isWidth && value instanceof Long l && Math.abs(l) > Integer.MAX_VALUE) {
            throw Errors.raise(ExceptionTypes.MemoryError, "");
        }
        if (!(value instanceof Long l) || Math.abs(l) > Integer.MAX_VALUE) {
            throw Errors.overflowError(
                    isWidth
                            ? "Python int too large to convert to C ssize_t"
                            : "Python int too large to convert to C int");
        }
        return l;
    }

    private int number(String what) {
        long value = 0;
        while (at < format.length() && format.at(at) >= '0' && format.at(at) <= '9') {
            value = value * 10 + format.at(at++) - '0';
            if (value > Integer.MAX_VALUE) {
                throw Errors.valueError("%s too big", what);
            }
        }
        return (int) value;
    }

    private void convert(int type, Object value) {
        switch (type) {
            case 's' -> {
                if (bytes) {
                    text(bytesArgument(value, 's'));
                } else {
                    text(Repr.str(value));
                }
            }
            case 'b' -> {
                if (!bytes) {
                    throw unsupported(type);
                }
                text(bytesArgument(value, 'b'));
            }
            case 'r' -> text(bytes ? StrRepr.ascii(Repr.repr(value)) : Repr.repr(value));
            case 'a' -> text(StrRepr.ascii(Repr.repr(value)));
            case 'd', 'i', 'u', 'o', 'x', 'X' -> integer(type, value);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> real(type, value);
            case 'c' -> character(value);
            default -> throw unsupported(type);
        }
    }

    private PyException unsupported(int type) {
        if (bytes) {
            return type < 128
                    ? Errors.valueError(
                            "unsupported format character '%s' (0x%x) at index %d",
                            (char) type, type, at - 1)
                    : Errors.overflowError("character argument not in range(0x110000)");
        }
        return Errors.valueError(
                "unsupported format character '%s' (0x%x) at index %d",
                (char) (type >= 31 && type <= 126 ? type : '?'), type, at - 1);
    }

    private static TruffleString bytesArgument(Object value, char type) {
        if (value instanceof PyBytes b) {
            return Str.ofLatin1(b.value, 0, b.value.length);
        }
        if (Buffers.isBuffer(value)) {
            byte[] content = Buffers.bytesOf(value);
            return Str.ofLatin1(content, 0, content.length);
        }
        Object made = Call.specialOrNull(value, "__bytes__");
        if (made == null) {
            throw Errors.typeError(
                    "%%b requires a bytes-like object, or an object that implements __bytes__, not"
                            + " '%s'",
                    Types.of(value).name());
        }
        if (made instanceof PyBytes b) {
            return Str.ofLatin1(b.value, 0, b.value.length);
        }
        throw Errors.typeError("__bytes__ returned non-bytes (type %s)", Types.of(made).name());
    }

    private void text(TruffleString s) {
        int n = Str.length(s);
        int shown = precision >= 0 ? Math.min(precision, n) : n;
        int padding = Math.max(0, width - shown);
        out.repeat(' ', left ? 0 : padding);
        out.append(shown == n ? s : Str.substring(s, 0, shown));
        out.repeat(' ', left ? padding : 0);
    }

    private void character(Object value) {
        TruffleString s = bytes ? byteCharacter(value) : strCharacter(value);
        precision = -1;
        text(s);
    }

    private TruffleString strCharacter(Object value) {
        TruffleString s = Str.valueOrNull(value);
        if (s != null) {
            if (Str.length(s) == 1) {
                return s;
            }
            throw Errors.typeError(
                    "%%c requires an int or a unicode character, not a string of length %d",
                    Str.length(s));
        }
        if (!Numbers.isIndex(value)) {
            throw Errors.typeError(
                    "%%c requires an int or a unicode character, not %s",
                    TypeType.fullyQualifiedName(Types.of(value)));
        }
        Object code = Numbers.index(value);
        if (!(code instanceof Long l) || l < 0 || l > 0x10ffff) {
            throw Errors.overflowError("%c arg not in range(0x110000)");
        }
        return Str.ofCodePoint(l.intValue());
    }

    private TruffleString byteCharacter(Object value) {
        if (value instanceof PyBytes || value instanceof PyByteArray) {
            byte[] content = Buffers.bytesOf(value);
            if (content.length != 1) {
                throw Errors.typeError(
                        "%%c requires an integer in range(256) or a single byte, not a %s object"
                                + " of length %d",
                        Types.of(value).name(), content.length);
            }
            return Str.ofLatin1(content, 0, 1);
        }
        if (!Numbers.isIndex(value)) {
            throw Errors.typeError(
                    "%%c requires an integer in range(256) or a single byte, not %s",
                    TypeType.fullyQualifiedName(Types.of(value)));
        }
        Object code = Numbers.index(value);
        if (!(code instanceof Long l) || l < 0 || l > 255) {
            throw Errors.overflowError("%c arg not in range(256)");
        }
        return Str.ofCodePoint(l.intValue());
    }

    private void integer(int type, Object value) {
        Object number = integerArgument(type, value);
        int radix = type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
        String digits = IntFormat.digits(number, radix);
        if (type == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        if (precision > digits.length()) {
            digits = "0".repeat(precision - digits.length()) + digits;
        }
        String prefix = alternate && radix != 10 ? "0" + (char) type : "";
        number(IntArithmetic.isNegative(number), prefix, digits);
    }

    private Object integerArgument(int type, Object value) {
        Object known = Numbers.intOrNull(value);
        if (known != null) {
            return known;
        }
        boolean decimal = type == 'd' || type == 'i' || type == 'u';
        if (decimal && value instanceof Double d) {
            return FloatArithmetic.toInt(d);
        }
        if (decimal && value instanceof PyFloat f) {
            return FloatArithmetic.toInt(f.value);
        }
        boolean numeric =
                Numbers.isIndex(value)
                        || decimal
                                && (Types.of(value).lookup("__int__") != null
                                        || Types.of(value).lookup("__float__") != null);
        if (numeric) {
            try {
                return decimal ? IntConversion.fromObject(value) : Numbers.index(value);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.TypeError)) {
                    throw e;
                }
            }
        }
        throw Errors.typeError(
                "%%%s format: %s is required, not %s",
                (char) type, decimal ? "a real number" : "an integer", Types.of(value).name());
    }

    private void real(int type, Object value) {
        double d;
        if (bytes) {
            try {
                d = Numbers.toDouble(value);
            } catch (PyException e) {
                if (e.is(ExceptionTypes.TypeError)) {
                    throw Errors.typeError(
                            "float argument required, not %s", Types.of(value).name());
                }
                throw e;
            }
        } else {
            d = Numbers.toDouble(value);
        }
        int digits = precision < 0 ? 6 : precision;
        String body = FloatFormat.digits(Math.abs(d), type, digits, alternate, false);
        number(Double.doubleToRawLongBits(d) < 0 && !Double.isNaN(d), "", body);
    }

    private void number(boolean negative, String prefix, String body) {
        String sign = negative ? "-" : plus ? "+" : blank ? " " : "";
        int padding = width - sign.length() - prefix.length() - body.length();
        boolean zeros = zero && !left;
        out.repeat(' ', left || zeros ? 0 : padding);
        out.append(sign).append(prefix);
        out.repeat('0', zeros ? padding : 0);
        out.append(body);
        out.repeat(' ', left ? padding : 0);
    }
}
