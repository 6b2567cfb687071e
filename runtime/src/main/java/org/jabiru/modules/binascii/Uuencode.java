package org.jabiru.modules.binascii;

import org.jabiru.builtins.bytes.ByteBuilder;

/** One line of uuencoded data. */
final class Uuencode {
    private Uuencode() {}

    static byte[] encode(byte[] in, boolean backtick) {
        if (in.length > 45) {
            throw BinasciiModule.error("At most 45 bytes at once");
        }
        ByteBuilder out = new ByteBuilder(64);
        append(out, in.length, backtick);
        for (int i = 0; i < in.length; i += 3) {
            int group = 0;
            for (int k = 0; k < 3; k++) {
                group = group << 8 | (i + k < in.length ? in[i + k] & 0xff : 0);
            }
            for (int shift = 18; shift >= 0; shift -= 6) {
                append(out, group >> shift & 63, backtick);
            }
        }
        return out.append('\n').toByteArray();
    }

    private static void append(ByteBuilder out, int sixBits, boolean backtick) {
        out.append(sixBits == 0 && backtick ? '`' : sixBits + ' ');
    }

    static byte[] decode(byte[] in) {
        int at = 0;
        int length = in.length == 0 ? 32 : in[at++] - ' ' & 63;
        if (in.length == 0) {
            length = 0 - ' ' & 63;
        }
        byte[] out = new byte[length];
        int done = 0;
        int bits = 0;
        int left = 0;
        while (done < length) {
            int c = at < in.length ? in[at++] & 0xff : '\n';
            if (c == '\n' || c == '\r') {
                // a line whose trailing spaces were cut off
                c = 0;
            } else {
                if (c < ' ' || c > ' ' + 64) {
                    throw BinasciiModule.error("Illegal char");
                }
                c = c - ' ' & 63;
            }
            left = left << 6 | c;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out[done++] = (byte) (left >> bits);
                left &= (1 << bits) - 1;
            }
        }
        for (; at < in.length; at++) {
            int c = in[at];
            if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') {
                throw BinasciiModule.error("Trailing garbage");
            }
        }
        return out;
    }
}
