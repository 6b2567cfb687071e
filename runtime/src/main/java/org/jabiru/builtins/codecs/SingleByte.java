package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** ASCII and Latin-1. */
public final class SingleByte {
    private SingleByte() {}

    public static byte[] encodeAscii(TruffleString text, String handler) {
        return encode("ascii", text, handler, 128);
    }

    public static byte[] encodeLatin1(TruffleString text, String handler) {
        return encode("latin-1", text, handler, 256);
    }

    private static byte[] encode(String name, TruffleString text, String handler, int limit) {
        CodePoints points = CodePoints.of(text);
        int n = points.length();
        if (limit == 256 ? points.isLatin1() : points.isAscii()) {
            byte[] out = new byte[n];
            points.copyLatin1(0, n, out, 0);
            return out;
        }
        CodecErrors.EncodeTarget target =
                (c, out) -> {
                    if (c >= limit) {
                        return false;
                    }
                    out.append(c);
                    return true;
                };
        return CodecErrors.encodeAll(
                name,
                text,
                "ordinal not in range(" + limit + ")",
                handler,
                true,
                target,
                new ByteBuilder(n));
    }

    public static TruffleString decodeLatin1(byte[] in) {
        return Str.ofLatin1(in, 0, in.length);
    }

    /** Decodes; bytes from 128 on go to the error handler, one by one. */
    public static TruffleString decodeAscii(byte[] in, String handler) {
        int n = in.length;
        int ascii = 0;
        while (ascii < n && in[ascii] >= 0) {
            ascii++;
        }
        if (ascii == n) {
            return Str.ofLatin1(in, 0, n);
        }
        StrBuilder out = new StrBuilder(n);
        out.append(Str.ofLatin1(in, 0, ascii));
        int i = ascii;
        while (i < n) {
            if (in[i] >= 0) {
                out.append(in[i++]);
            } else {
                i =
                        CodecErrors.decode(
                                "ascii", in, i, i + 1, "ordinal not in range(128)", handler, out);
            }
        }
        return out.toStr();
    }
}
