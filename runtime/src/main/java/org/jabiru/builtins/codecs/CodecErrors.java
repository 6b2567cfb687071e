package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyUnicodeError;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.str.StrRepr;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/**
 * What to do about input that cannot be encoded or decoded (codecs, Error Handlers). The standard
 * handlers are done here directly; others are called with the exception object.
 */
final class CodecErrors {
    private CodecErrors() {}

    /** Takes the output of an encoder. */
    interface EncodeTarget {
        /** Writes a character; false when the encoding does not have it. */
        boolean put(int c, ByteBuilder out);

        /** Writes a lone surrogate as if it were allowed; false where there is no such form. */
        default boolean putSurrogate(int c, ByteBuilder out) {
            return false;
        }

        /** The bytes of a code unit: raw bytes come in multiples of it. */
        default int unit() {
            return 1;
        }
    }

    /** UnicodeDecodeError. */
    static PyException decodeError(
            String encoding, byte[] input, int start, int end, String reason) {
        return Errors.of(
                ExceptionTypes.UnicodeDecodeError,
                Str.name(encoding),
                new PyBytes(input),
                (long) start,
                (long) end,
                Str.name(reason));
    }

    /** UnicodeEncodeError. */
    static PyException encodeError(
            String encoding, TruffleString text, int start, int end, String reason) {
        return Errors.of(
                ExceptionTypes.UnicodeEncodeError,
                Str.of(encoding),
                text,
                (long) start,
                (long) end,
                Str.of(reason));
    }

    /** Handles undecodable bytes; returns where to go on. */
    static int decode(
            String encoding,
            byte[] input,
            int start,
            int end,
            String reason,
            String handler,
            StrBuilder out) {
        switch (handler) {
            case "strict" -> throw decodeError(encoding, input, start, end, reason);
            case "ignore" -> {
                return end;
            }
            case "replace" -> {
                out.append(0xfffd);
                return end;
            }
            case "backslashreplace" -> {
                for (int i = start; i < end; i++) {
                    StrRepr.appendHex(out, "\\x", input[i] & 0xff, 2);
                }
                return end;
            }
            case "surrogateescape" -> {
                // ASCII bytes cannot be escaped; at most four at a time.
                int i = start;
                while (i < end && i - start < 4 && input[i] < 0) {
                    out.append(0xdc00 + (input[i++] & 0xff));
                }
                if (i > start) {
                    return i;
                }
                throw decodeError(encoding, input, start, end, reason);
            }
            case "surrogatepass" -> {
                int size = SurrogatePass.decode(encoding, input, start, out);
                if (size > 0) {
                    return start + size;
                }
                throw decodeError(encoding, input, start, end, reason);
            }
            default -> {
                return callForDecode(encoding, input, start, end, reason, handler, out);
            }
        }
    }

    private static int callForDecode(
            String encoding,
            byte[] input,
            int start,
            int end,
            String reason,
            String handler,
            StrBuilder out) {
        Object function = CodecRegistry.get().errorHandler(handler);
        Object exception = decodeError(encoding, input, start, end, reason).exception();
        Object given = exception instanceof PyUnicodeError e ? e.object : null;
        Object result = Call.call(function, exception);
        TruffleString replacement =
                result instanceof PyTuple t && t.size() == 2 ? Str.valueOrNull(t.get(0)) : null;
        if (replacement == null) {
            throw Errors.typeError("decoding error handler must return (str, int) tuple");
        }
        out.append(replacement);
        Object next = ((PyTuple) result).get(1);
        if (exception instanceof PyUnicodeError e && e.object != given) {
            // The handler wants another input from here on.
            if (!(e.object instanceof PyBytes other)) {
                throw Errors.typeError("exception attribute object must be bytes");
            }
            int from = position(next, other.value.length, "decoding");
            byte[] rest = Arrays.copyOfRange(other.value, from, other.value.length);
            if (rest.length > 0) {
                // The escapes' names in messages lack the underscores.
                String codec = encoding.replace("unicodeescape", "unicode_escape");
                codec = codec.startsWith("raw") ? codec.replace("raw", "raw_") : codec;
                out.append(Codecs.decode(rest, Str.of(codec), Str.of(handler)));
            }
            return input.length;
        }
        return position(next, input.length, "decoding");
    }

    private static int position(Object value, int length, String what) {
        if (!Numbers.isIndex(value)) {
            throw Errors.typeError(
                    "%s error handler must return (str%s, int) tuple",
                    what, what.equals("encoding") ? "/bytes" : "");
        }
        long at = Numbers.clampedIndex(value);
        long from = at < 0 ? at + length : at;
        if (from < 0 || from > length) {
            throw Errors.indexError("position %d from error handler out of bounds", at);
        }
        return (int) from;
    }

    /** Handles characters that cannot be encoded; returns where to go on. */
    static int encode(
            String encoding,
            TruffleString text,
            CodePoints points,
            int start,
            int end,
            String reason,
            String handler,
            EncodeTarget target,
            ByteBuilder out) {
        int from = start;
        switch (handler) {
            case "strict" -> throw encodeError(encoding, text, start, end, reason);
            case "ignore" -> {
                return end;
            }
            case "replace" -> {
                for (int i = start; i < end; i++) {
                    if (!target.put('?', out)) {
                        throw encodeError(encoding, text, start, end, reason);
                    }
                }
                return end;
            }
            case "surrogateescape" -> {
                while (from < end && target.unit() == 1 && isEscapedByte(points.at(from))) {
                    out.append(points.at(from++) - 0xdc00);
                }
                if (from == end) {
                    return end;
                }
                throw encodeError(encoding, text, from, end, reason);
            }
            case "surrogatepass" -> {
                while (from < end
                        && isSurrogate(points.at(from))
                        && target.putSurrogate(points.at(from), out)) {
                    from++;
                }
                if (from == end) {
                    return end;
                }
                throw encodeError(encoding, text, from, end, reason);
            }
            case "backslashreplace", "xmlcharrefreplace", "namereplace" -> {
                StrBuilder replacement = new StrBuilder();
                for (int i = start; i < end; i++) {
                    ErrorReplacements.append(handler, points.at(i), replacement);
                }
                putAll(replacement.toStr(), encoding, text, start, end, reason, target, out);
                return end;
            }
            default -> {
                return callForEncode(encoding, text, start, end, reason, handler, target, out);
            }
        }
    }

    static boolean isEscapedByte(int c) {
        return c >= 0xdc80 && c <= 0xdcff;
    }

    static boolean isSurrogate(int c) {
        return c >= 0xd800 && c <= 0xdfff;
    }

    private static int callForEncode(
            String encoding,
            TruffleString text,
            int start,
            int end,
            String reason,
            String handler,
            EncodeTarget target,
            ByteBuilder out) {
        Object function = CodecRegistry.get().errorHandler(handler);
        Object exception = encodeError(encoding, text, start, end, reason).exception();
        Object result = Call.call(function, exception);
        if (!(result instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError("encoding error handler must return (str/bytes, int) tuple");
        }
        TruffleString replacement = Str.valueOrNull(t.get(0));
        if (t.get(0) instanceof PyBytes raw) {
            if (raw.value.length % target.unit() != 0) {
                throw encodeError(encoding, text, start, end, reason);
            }
            out.append(raw.value, 0, raw.value.length);
        } else if (replacement != null) {
            if (encoding.startsWith("utf") && !Str.isAscii(replacement)) {
                throw encodeError(encoding, text, start, end, reason);
            }
            putAll(replacement, encoding, text, start, end, reason, target, out);
        } else {
            throw Errors.typeError("encoding error handler must return (str/bytes, int) tuple");
        }
        return position(t.get(1), Str.length(text), "encoding");
    }

    private static void putAll(
            TruffleString replacement,
            String encoding,
            TruffleString text,
            int start,
            int end,
            String reason,
            EncodeTarget target,
            ByteBuilder out) {
        CodePoints points = CodePoints.of(replacement);
        for (int i = 0; i < points.length(); i++) {
            if (!target.put(points.at(i), out)) {
                throw encodeError(encoding, text, start, end, reason);
            }
        }
    }

    /**
     * Encodes a whole text.
     *
     * @param runs whether neighbouring characters that cannot be encoded are handled together
     */
    static byte[] encodeAll(
            String encoding,
            TruffleString text,
            String reason,
            String handler,
            boolean runs,
            EncodeTarget target,
            ByteBuilder out) {
        CodePoints points = CodePoints.of(text);
        int n = points.length();
        int i = 0;
        while (i < n) {
            if (target.put(points.at(i), out)) {
                i++;
                continue;
            }
            int end = i + 1;
            ByteBuilder probe = new ByteBuilder(8);
            while (runs && end < n && !target.put(points.at(end), probe)) {
                end++;
            }
            i = encode(encoding, text, points, i, end, reason, handler, target, out);
        }
        return out.toByteArray();
    }
}
