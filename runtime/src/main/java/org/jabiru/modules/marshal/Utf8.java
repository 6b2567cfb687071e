package org.jabiru.modules.marshal;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** UTF-8 with the error handler surrogatepass, which marshal uses. */
final class Utf8 {
    private Utf8() {}

    static byte[] encode(TruffleString s) {
        int n = Str.length(s);
        ByteArrayOutputStream out = new ByteArrayOutputStream(n + 8);
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(s, i);
            if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xC0 | c >> 6);
                out.write(0x80 | c & 0x3F);
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

    static TruffleString decode(byte[] bytes, int from, int to) {
        int[] out = new int[to - from];
        int n = 0;
        int i = from;
        while (i < to) {
            int b = bytes[i] & 0xFF;
            int length =
                    b < 0x80 ? 1 : b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
            if (length == 0 || i + length > to) {
                throw Errors.valueError("bad marshal data (invalid UTF-8)");
            }
            int c = length == 1 ? b : b & 0xFF >> length + 1;
            for (int k = 1; k < length; k++) {
                c = c << 6 | bytes[i + k] & 0x3F;
            }
            out[n++] = c;
            i += length;
        }
        return Str.ofCodePoints(out, 0, n);
    }
}
