package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Map;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.exceptions.PyUnicodeError;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.str.StrRepr;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Numbers;

/** The standard error handlers as functions of an exception ({@code codecs.lookup_error}). */
@BuiltinModule("_codecs")
public final class ErrorHandlers {
    private static final String[] NAMES = {
        "strict",
        "ignore",
        "replace",
        "xmlcharrefreplace",
        "backslashreplace",
        "namereplace",
        "surrogatepass",
        "surrogateescape"
    };

    private ErrorHandlers() {}

    static void addTo(Map<String, Object> handlers) {
        ErrorHandlersTable table = new ErrorHandlersTable();
        for (int i = 0; i < table.size(); i++) {
            String name = table.name(i).replace("_errors", "");
            handlers.put(name, new PyBuiltinFunction(table, i, null, Str.name("_codecs")));
        }
    }

    static boolean isBuiltin(String name) {
        for (String known : NAMES) {
            if (known.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Object e, PyType type) {
        return e instanceof PyBaseException b && b.type().isSubtype(type);
    }

    private static PyException wrongType(Object e) {
        return Errors.typeError(
                "don't know how to handle %s in error callback",
                TypeType.fullyQualifiedName(Types.of(e)));
    }

    private static int number(Object e, String name) {
        if (!(e instanceof PyUnicodeError)) {
            throw wrongType(e);
        }
        long index = Numbers.clampedIndex(Attributes.get(e, name));
        return Math.clamp(index, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static int length(Object e) {
        Object o = Attributes.get(e, "object");
        TruffleString s = Str.valueOrNull(o);
        return s != null ? Str.length(s) : o instanceof PyBytes b ? b.value.length : 0;
    }

    /** Where the error begins: within the object, whatever the exception says. */
    private static int start(Object e) {
        return Math.max(0, Math.min(number(e, "start"), length(e) - 1));
    }

    /** Where the error ends: within the object, but not before its first character. */
    private static int end(Object e) {
        return Math.min(Math.max(1, number(e, "end")), length(e));
    }

    private static TruffleString text(Object e) {
        TruffleString s = Str.valueOrNull(Attributes.get(e, "object"));
        if (s == null) {
            throw Errors.typeError("object attribute must be str");
        }
        return s;
    }

    private static byte[] bytes(Object e) {
        if (Attributes.get(e, "object") instanceof PyBytes b) {
            return b.value;
        }
        throw Errors.typeError("object attribute must be bytes");
    }

    private static Object result(Object replacement, int end) {
        return new PyTuple(replacement, (long) end);
    }

    @Builtin("strict_errors(exc, /)")
    static Object strict(Object e) {
        if (e instanceof PyBaseException b) {
            throw new PyException(b);
        }
        throw Errors.typeError("codec must pass exception instance");
    }

    @Builtin("ignore_errors(exc, /)")
    static Object ignore(Object e) {
        if (!is(e, ExceptionTypes.UnicodeError)) {
            throw wrongType(e);
        }
        return result(Str.EMPTY, end(e));
    }

    @Builtin("replace_errors(exc, /)")
    static Object replace(Object e) {
        if (!is(e, ExceptionTypes.UnicodeError)) {
            throw wrongType(e);
        }
        int start = start(e);
        int end = end(e);
        if (is(e, ExceptionTypes.UnicodeDecodeError)) {
            bytes(e);
        } else {
            text(e);
        }
        if (is(e, ExceptionTypes.UnicodeEncodeError)) {
            return result(new StrBuilder().repeat('?', Math.max(0, end - start)).toStr(), end);
        }
        if (is(e, ExceptionTypes.UnicodeDecodeError)) {
            return result(Str.ofCodePoint(0xfffd), end);
        }
        if (is(e, ExceptionTypes.UnicodeTranslateError)) {
            return result(new StrBuilder().repeat(0xfffd, Math.max(0, end - start)).toStr(), end);
        }
        throw wrongType(e);
    }

    private static Object replaceEach(Object e, String handler) {
        CodePoints points = CodePoints.of(text(e));
        int end = end(e);
        StrBuilder out = new StrBuilder();
        for (int i = start(e); i < end; i++) {
            ErrorReplacements.append(handler, points.at(i), out);
        }
        return result(out.toStr(), end);
    }

    @Builtin("xmlcharrefreplace_errors(exc, /)")
    static Object xmlCharRefReplace(Object e) {
        if (!is(e, ExceptionTypes.UnicodeEncodeError)) {
            throw wrongType(e);
        }
        return replaceEach(e, "xmlcharrefreplace");
    }

    @Builtin("namereplace_errors(exc, /)")
    static Object nameReplace(Object e) {
        if (!is(e, ExceptionTypes.UnicodeEncodeError)) {
            throw wrongType(e);
        }
        return replaceEach(e, "namereplace");
    }

    @Builtin("backslashreplace_errors(exc, /)")
    static Object backslashReplace(Object e) {
        if (is(e, ExceptionTypes.UnicodeDecodeError)) {
            byte[] in = bytes(e);
            int end = end(e);
            StrBuilder out = new StrBuilder();
            for (int i = start(e); i < end; i++) {
                StrRepr.appendHex(out, "\\x", in[i] & 0xff, 2);
            }
            return result(out.toStr(), end);
        }
        if (!is(e, ExceptionTypes.UnicodeEncodeError)
                && !is(e, ExceptionTypes.UnicodeTranslateError)) {
            throw wrongType(e);
        }
        return replaceEach(e, "backslashreplace");
    }

    @Builtin("surrogatepass_errors(exc, /)")
    static Object surrogatePass(Object e) {
        int start = start(e);
        if (is(e, ExceptionTypes.UnicodeTranslateError)) {
            throw wrongType(e);
        }
        String encoding = Str.java((TruffleString) Attributes.get(e, "encoding"));
        int end = end(e);
        if (is(e, ExceptionTypes.UnicodeDecodeError)) {
            StrBuilder out = new StrBuilder();
            int size = SurrogatePass.decode(encoding, bytes(e), start, out);
            if (size == 0) {
                throw new PyException((PyBaseException) e);
            }
            return result(out.toStr(), start + size);
        }
        if (!is(e, ExceptionTypes.UnicodeEncodeError)) {
            throw wrongType(e);
        }
        CodePoints points = CodePoints.of(text(e));
        StrBuilder run = new StrBuilder();
        for (int i = start; i < end; i++) {
            if (!CodecErrors.isSurrogate(points.at(i))) {
                throw new PyException((PyBaseException) e);
            }
            run.append(points.at(i));
        }
        TruffleString s = run.toStr();
        byte[] out =
                switch (Codecs.normalized(encoding)) {
                    case "utf_8", "utf8" -> Utf8.encode(s, "surrogatepass");
                    case "utf_16", "utf_16_le", "utf_16le" -> Utf16.encode(s, "surrogatepass", -1);
                    case "utf_16_be", "utf_16be" -> Utf16.encode(s, "surrogatepass", 1);
                    case "utf_32", "utf_32_le", "utf_32le" -> Utf32.encode(s, "surrogatepass", -1);
                    case "utf_32_be", "utf_32be" -> Utf32.encode(s, "surrogatepass", 1);
                    default -> throw new PyException((PyBaseException) e);
                };
        return result(new PyBytes(out), end);
    }

    @Builtin("surrogateescape_errors(exc, /)")
    static Object surrogateEscape(Object e) {
        int start = start(e);
        int end = end(e);
        if (is(e, ExceptionTypes.UnicodeDecodeError)) {
            byte[] in = bytes(e);
            StrBuilder out = new StrBuilder();
            int i = start;
            while (i < end && i - start < 4 && in[i] < 0) {
                out.append(0xdc00 + (in[i++] & 0xff));
            }
            if (i == start) {
                throw new PyException((PyBaseException) e);
            }
            return result(out.toStr(), i);
        }
        if (!is(e, ExceptionTypes.UnicodeEncodeError)) {
            throw wrongType(e);
        }
        CodePoints points = CodePoints.of(text(e));
        ByteBuilder out = new ByteBuilder(Math.max(0, end - start));
        for (int i = start; i < end; i++) {
            if (!CodecErrors.isEscapedByte(points.at(i))) {
                throw new PyException((PyBaseException) e);
            }
            out.append(points.at(i) - 0xdc00);
        }
        return result(new PyBytes(out.toByteArray()), end);
    }
}
