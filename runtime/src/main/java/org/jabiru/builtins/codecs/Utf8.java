package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.codecs.Codecs.Decoded;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** UTF-8 (RFC 3629). */
public final class Utf8 {
    private static final String NAME = "utf-8";

    private static final CodecErrors.EncodeTarget TARGET =
            new CodecErrors.EncodeTarget() {
                @Override
                public boolean put(int c, ByteBuilder out) {
                    if (CodecErrors.isSurrogate(c)) {
                        return false;
                    }
                    write(c, out);
                    return true;
                }

                @Override
                public boolean putSurrogate(int c, ByteBuilder out) {
                    write(c, out);
                    return true;
                }
            };

    private Utf8() {}

    private static void write(int c, ByteBuilder out) {
        if (c < 0x80) {
            out.append(c);
        } else if (c < 0x800) {
            out.append(0xc0 | c >> 6).append(0x80 | c & 63);
        } else if (c < 0x10000) {
            out.append(0xe0 | c >> 12).append(0x80 | c >> 6 & 63).append(0x80 | c & 63);
        } else {
            out.append(0xf0 | c >> 18).append(0x80 | c >> 12 & 63);
            out.append(0x80 | c >> 6 & 63).append(0x80 | c & 63);
        }
    }

    /** Encodes; lone surrogates go to the error handler. */
    public static byte[] encode(TruffleString text, String handler) {
        CodePoints points = CodePoints.of(text);
        int n = points.length();
        if (points.isAscii()) {
            byte[] out = new byte[n];
            points.copyLatin1(0, n, out, 0);
            return out;
        }
        return CodecErrors.encodeAll(
                NAME,
                text,
                "surrogates not allowed",
                handler,
                true,
                TARGET,
                new ByteBuilder(n + (n >> 1)));
    }

    /**
     * Decodes.
     *
     * @param last whether the input ends here; otherwise a sequence cut short is left over
     */
    public static Decoded decode(byte[] in, String handler, boolean last) {
        int n = in.length;
        int ascii = CodePoints.notAscii(in, 0, n);
        if (ascii < 0) {
            return new Decoded(Str.ofLatin1(in, 0, n), n);
        }
        StrBuilder out = new StrBuilder(n);
        out.append(Str.ofLatin1(in, 0, ascii));
        int i = ascii;
        while (i < n) {
            int b = in[i] & 0xff;
            if (b < 0x80) {
                out.append(b);
                i++;
                continue;
            }
            int size = b < 0xc2 || b > 0xf4 ? 0 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
            if (size == 0) {
                i = CodecErrors.decode(NAME, in, i, i + 1, "invalid start byte", handler, out);
                continue;
            }
            int c = b & 0x7f >> size;
            int k = 1;
            while (k < size && i + k < n && isContinuation(b, k, in[i + k] & 0xff)) {
                c = c << 6 | in[i + k] & 63;
                k++;
            }
            if (k == size) {
                out.append(c);
                i += size;
            } else if (!last && isTruncatedSurrogate(in, i)) {
                return new Decoded(out.toStr(), i);
            } else if (i + k < n) {
                i =
                        CodecErrors.decode(
                                NAME, in, i, i + k, "invalid continuation byte", handler, out);
            } else if (last) {
                i = CodecErrors.decode(NAME, in, i, n, "unexpected end of data", handler, out);
            } else {
                return new Decoded(out.toStr(), i);
            }
        }
        return new Decoded(out.toStr(), n);
    }

    /** Whether two bytes are left that begin a surrogate: surrogatepass wants to see the third. */
    private static boolean isTruncatedSurrogate(byte[] in, int at) {
        return at + 2 == in.length && (in[at] & 0xff) == 0xed && (in[at + 1] & 0xe0) == 0xa0;
    }

    /** The second byte is restricted after some first ones: no long forms, no surrogates. */
    private static boolean isContinuation(int first, int index, int b) {
        if ((b & 0xc0) != 0x80) {
            return false;
        }
        if (index > 1) {
            return true;
        }
        return switch (first) {
            case 0xe0 -> b >= 0xa0;
            case 0xed -> b < 0xa0;
            case 0xf0 -> b >= 0x90;
            case 0xf4 -> b < 0x90;
            default -> true;
        };
    }

    /** Decodes what C hands over: strict, in the manner of {@code PyUnicode_FromString}. */
    public static TruffleString decodeStrict(byte[] in, int from, int to) {
        return from == to
                ? Str.EMPTY
                : decode(Arrays.copyOfRange(in, from, to), "strict", true).text();
    }
}
