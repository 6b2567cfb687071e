package org.jabiru.libc;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** The file system's encoding: UTF-8 with surrogateescape (PEP 383). */
public final class FsEncoding {
    private FsEncoding() {}

    /** {@code os.fsencode} for a str; UnicodeEncodeError for a surrogate outside U+DC80…U+DCFF. */
    @TruffleBoundary
    public static byte[] encode(TruffleString s) {
        int n = Str.length(s);
        if (s.getCodeRangeUncached(Str.UTF_32) == TruffleString.CodeRange.ASCII) {
            return Str.java(s).getBytes(StandardCharsets.ISO_8859_1);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(n * 2);
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(s, i);
            if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xC0 | c >> 6);
                out.write(0x80 | c & 0x3F);
            } else if (c >= 0xDC80 && c <= 0xDCFF) {
                out.write(c - 0xDC00);
            } else if (c >= 0xD800 && c <= 0xDFFF) {
                throw Errors.of(
                        ExceptionTypes.UnicodeEncodeError,
                        Str.name("utf-8"),
                        s,
                        (long) i,
                        (long) i + 1,
                        Str.name("surrogates not allowed"));
            } else if (c < 0x10000) {
                out.write(0xE0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            } else {
                out.write(0xF0 | c >> 18);
                out.write(0x80 | c >> 12 & 0x3F);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            }
        }
        return out.toByteArray();
    }

    /** {@code os.fsdecode} for bytes. */
    public static TruffleString decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** As {@link #decode(byte[])}, for a part of an array. */
    @TruffleBoundary
    public static TruffleString decode(byte[] bytes, int from, int to) {
        int ascii = from;
        while (ascii < to && bytes[ascii] >= 0) {
            ascii++;
        }
        if (ascii == to) {
            return Str.ofLatin1(bytes, from, to);
        }
        int[] out = new int[to - from];
        int n = 0;
        int i = from;
        while (i < to) {
            int b = bytes[i] & 0xFF;
            int length =
                    b < 0x80 ? 1 : b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
            int c = length < 2 ? b : b & 0xFF >> length + 1;
            boolean valid = length > 0 && i + length <= to;
            for (int k = 1; valid && k < length; k++) {
                int t = bytes[i + k];
                valid = (t & 0xC0) == 0x80;
                c = c << 6 | t & 0x3F;
            }
            valid =
                    valid
                            && !(length == 3 && (c < 0x800 || c >= 0xD800 && c <= 0xDFFF))
                            && !(length == 4 && (c < 0x10000 || c > 0x10FFFF));
            out[n++] = valid ? c : 0xDC00 + b;
            i += valid ? length : 1;
        }
        return Str.ofCodePoints(out, 0, n);
    }
}
