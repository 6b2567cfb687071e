package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import java.util.Locale;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;

/** {@code str.encode} and {@code bytes.decode}: the codecs in Java directly, others by look-up. */
public final class Codecs {
    private Codecs() {}

    /** A text, and how much of the input it stands for. */
    public record Decoded(TruffleString text, int consumed) {}

    /** Encodes; null stands for UTF-8 and strict. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static byte[] encode(TruffleString text, TruffleString encoding, TruffleString errors) {
        check(encoding, errors);
        String handler = errors == null ? "strict" : Str.java(errors);
        switch (encoding == null ? "utf_8" : normalized(Str.java(encoding))) {
            case "utf_8", "utf8" -> {
                return Utf8.encode(text, handler);
            }
            case "ascii", "us_ascii" -> {
                return SingleByte.encodeAscii(text, handler);
            }
            case "latin1", "latin_1", "iso_8859_1", "iso8859_1" -> {
                return SingleByte.encodeLatin1(text, handler);
            }
            case "utf_16" -> {
                return Utf16.encode(text, handler, 0);
            }
            case "utf_32" -> {
                return Utf32.encode(text, handler, 0);
            }
            default -> {}
        }
        Object result = CodecRegistry.get().encodeText(text, encoding, handler);
        if (result instanceof PyBytes b) {
            return b.value;
        }
        if (result instanceof PyByteArray) {
            return Buffers.bytesOf(result);
        }
        throw Errors.typeError(
                "'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to"
                        + " arbitrary types",
                Str.java(encoding), Types.of(result).name());
    }

    /**
     * Decodes; null stands for UTF-8 and strict. The array must not change. No bytes are the empty
     * string in every encoding, one that does not exist included.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static TruffleString decode(byte[] bytes, TruffleString encoding, TruffleString errors) {
        check(encoding, errors);
        if (bytes.length == 0) {
            return Str.EMPTY;
        }
        String handler = errors == null ? "strict" : Str.java(errors);
        switch (encoding == null ? "utf_8" : normalized(Str.java(encoding))) {
            case "utf_8", "utf8" -> {
                return Utf8.decode(bytes, handler, true).text();
            }
            case "ascii", "us_ascii" -> {
                return SingleByte.decodeAscii(bytes, handler);
            }
            case "latin1", "latin_1", "iso_8859_1", "iso8859_1" -> {
                return SingleByte.decodeLatin1(bytes);
            }
            case "utf_16" -> {
                return Utf16.decode(bytes, handler, 0, true).text();
            }
            case "utf_32" -> {
                return Utf32.decode(bytes, handler, 0, true).text();
            }
            default -> {}
        }
        Object result = CodecRegistry.get().decodeText(new PyBytes(bytes), encoding, handler);
        TruffleString text = Str.valueOrNull(result);
        if (text == null) {
            throw Errors.typeError(
                    "'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to"
                            + " arbitrary types",
                    Str.java(encoding), Types.of(result).name());
        }
        return text;
    }

    /** In the development mode, also what is not needed for this text must exist. */
    public static void check(TruffleString encoding, TruffleString errors) {
        if (!PythonContext.get().configuration.devMode) {
            return;
        }
        if (encoding != null
                && !List.of("utf_8", "utf8", "ascii").contains(normalized(Str.java(encoding)))) {
            CodecRegistry.get().lookup(encoding);
        }
        if (errors != null
                && !List.of("strict", "ignore", "replace", "surrogateescape", "surrogatepass")
                        .contains(Str.java(errors))) {
            CodecRegistry.get().errorHandler(Str.java(errors));
        }
    }

    /** Lower case, and one underscore for anything between letters, digits and dots. */
    static String normalized(String encoding) {
        StringBuilder out = new StringBuilder(encoding.length());
        boolean gap = false;
        for (int i = 0; i < encoding.length(); i++) {
            char c = encoding.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c) || c == '.') {
                if (gap && out.length() > 0) {
                    out.append('_');
                }
                gap = false;
                out.append(c);
            } else {
                gap = true;
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
