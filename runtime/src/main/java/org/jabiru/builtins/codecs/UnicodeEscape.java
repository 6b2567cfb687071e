package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.codecs.Codecs.Decoded;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** The codecs unicode_escape and raw_unicode_escape (Lexical analysis, escape sequences). */
public final class UnicodeEscape {
    private static final String DIGITS = "0123456789abcdef";

    private UnicodeEscape() {}

    public static byte[] encode(TruffleString text) {
        CodePoints points = CodePoints.of(text);
        ByteBuilder out = new ByteBuilder(points.length() + 8);
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c >= 32 && c < 127) {
                        out.append(c);
                    } else if (c < 256) {
                        hex(out.append("\\x"), c, 2);
                    } else {
                        wide(out, c);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    public static byte[] encodeRaw(TruffleString text) {
        CodePoints points = CodePoints.of(text);
        ByteBuilder out = new ByteBuilder(points.length() + 8);
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (c < 256) {
                out.append(c);
            } else {
                wide(out, c);
            }
        }
        return out.toByteArray();
    }

    private static void wide(ByteBuilder out, int c) {
        if (c < 0x10000) {
            hex(out.append("\\u"), c, 4);
        } else {
            hex(out.append("\\U"), c, 8);
        }
    }

    private static void hex(ByteBuilder out, int value, int digits) {
        for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
            out.append(DIGITS.charAt(value >>> shift & 15));
        }
    }

    /** Decodes; {@code last} as for the other codecs. */
    public static Decoded decode(byte[] in, String handler, boolean last) {
        String name = "unicodeescape";
        int n = in.length;
        StrBuilder out = new StrBuilder(n);
        String invalid = null;
        int i = 0;
        while (i < n) {
            int start = i;
            int c = in[i++] & 0xff;
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (i >= n) {
                if (!last) {
                    return new Decoded(out.toStr(), start);
                }
                i = CodecErrors.decode(name, in, start, n, "\\ at end of string", handler, out);
                continue;
            }
            int kind = in[i++] & 0xff;
            int simple = "\n\\'\"abfnrtv".indexOf(kind);
            if (kind == '\n') {
                continue;
            }
            if (simple >= 0) {
                out.append("\n\\'\"\7\b\f\n\r\t\13".charAt(simple));
                continue;
            }
            if (kind >= '0' && kind <= '7') {
                int value = kind - '0';
                for (int k = 0; k < 2 && i < n && in[i] >= '0' && in[i] <= '7'; k++) {
                    value = value * 8 + in[i++] - '0';
                }
                if (value > 0xff && invalid == null) {
                    invalid = Integer.toOctalString(value) + "\" is an invalid octal";
                }
                out.append(value);
                continue;
            }
            if (kind == 'x' || kind == 'u' || kind == 'U') {
                int size = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
                int end = hexEnd(in, i, size);
                if (end < i + size) {
                    if (end == n && !last) {
                        return new Decoded(out.toStr(), start);
                    }
                    String reason =
                            kind == 'x'
                                    ? "truncated \\xXX escape"
                                    : kind == 'u'
                                            ? "truncated \\uXXXX escape"
                                            : "truncated \\UXXXXXXXX escape";
                    i = CodecErrors.decode(name, in, start, end, reason, handler, out);
                    continue;
                }
                long value = hexValue(in, i, end);
                if (value > 0x10ffff) {
                    i =
                            CodecErrors.decode(
                                    name,
                                    in,
                                    start,
                                    end,
                                    "illegal Unicode character",
                                    handler,
                                    out);
                } else {
                    out.append((int) value);
                    i = end;
                }
                continue;
            }
            if (kind == 'N') {
                int close = i;
                boolean open = i < n && in[i] == '{';
                while (close < n && in[close] != '}') {
                    close++;
                }
                if (open && close < n && close > i + 1) {
                    TruffleString found = byName(in, i + 1, close);
                    if (found != null) {
                        out.append(found);
                        i = close + 1;
                    } else {
                        i =
                                CodecErrors.decode(
                                        name,
                                        in,
                                        start,
                                        close + 1,
                                        "unknown Unicode character name",
                                        handler,
                                        out);
                    }
                    continue;
                }
                if (!last && (i >= n || open && close >= n)) {
                    return new Decoded(out.toStr(), start);
                }
                int end = open ? Math.min(close + (close < n ? 1 : 0), n) : i;
                i =
                        CodecErrors.decode(
                                name,
                                in,
                                start,
                                end,
                                "malformed \\N character escape",
                                handler,
                                out);
                continue;
            }
            if (invalid == null) {
                invalid = (char) kind + "\" is an invalid";
            }
            out.append('\\').append(kind);
        }
        if (invalid != null) {
            ByteEscape.warn("\"\\" + invalid);
        }
        return new Decoded(out.toStr(), n);
    }

    /** {@code unicodedata.lookup}, or null. */
    private static TruffleString byName(byte[] in, int from, int to) {
        TruffleString name = Str.ofLatin1(in, from, to);
        Object module = Modules.get("unicodedata");
        try {
            return Str.valueOrNull(Call.method(module, "lookup", name));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KeyError)) {
                return null;
            }
            throw e;
        }
    }

    private static int hexEnd(byte[] in, int from, int digits) {
        int i = from;
        while (i < in.length && i < from + digits && in[i] > 0 && Character.digit(in[i], 16) >= 0) {
            i++;
        }
        return i;
    }

    private static long hexValue(byte[] in, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 4 | Character.digit(in[i], 16);
        }
        return value;
    }

    /** Decodes raw_unicode_escape: {@code \}{@code uXXXX} and {@code \}{@code UXXXXXXXX} only. */
    public static Decoded decodeRaw(byte[] in, String handler, boolean last) {
        String name = "rawunicodeescape";
        int n = in.length;
        StrBuilder out = new StrBuilder(n);
        int i = 0;
        while (i < n) {
            int start = i;
            int c = in[i++] & 0xff;
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (i >= n) {
                if (!last) {
                    return new Decoded(out.toStr(), start);
                }
                out.append('\\');
                continue;
            }
            int kind = in[i++] & 0xff;
            if (kind != 'u' && kind != 'U') {
                out.append('\\').append(kind);
                continue;
            }
            int size = kind == 'u' ? 4 : 8;
            int end = hexEnd(in, i, size);
            if (end < i + size) {
                if (end == n && !last) {
                    return new Decoded(out.toStr(), start);
                }
                i =
                        CodecErrors.decode(
                                name,
                                in,
                                start,
                                end,
                                kind == 'u'
                                        ? "truncated \\uXXXX escape"
                                        : "truncated \\UXXXXXXXX escape",
                                handler,
                                out);
                continue;
            }
            long value = hexValue(in, i, end);
            if (value > 0x10ffff) {
                i =
                        CodecErrors.decode(
                                name, in, start, end, "\\Uxxxxxxxx out of range", handler, out);
            } else {
                out.append((int) value);
                i = end;
            }
        }
        return new Decoded(out.toStr(), n);
    }
}
