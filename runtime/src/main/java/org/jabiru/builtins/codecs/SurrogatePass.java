package org.jabiru.builtins.codecs;

import org.jabiru.object.StrBuilder;

/** The decoding half of the handler surrogatepass: a lone surrogate in one of the UTF encodings. */
final class SurrogatePass {
    private SurrogatePass() {}

    /** Appends the surrogate at a position; its size in bytes, or 0 when there is none. */
    static int decode(String encoding, byte[] in, int at, StrBuilder out) {
        int c = -1;
        int size = 0;
        switch (Codecs.normalized(encoding)) {
            case "utf_8", "utf8", "cp_utf8" -> {
                size = 3;
                if (at + 3 <= in.length
                        && (in[at] & 0xf0) == 0xe0
                        && (in[at + 1] & 0xc0) == 0x80
                        && (in[at + 2] & 0xc0) == 0x80) {
                    c = (in[at] & 15) << 12 | (in[at + 1] & 63) << 6 | in[at + 2] & 63;
                }
            }
            case "utf_16", "utf_16_le", "utf_16le" -> {
                size = 2;
                c = at + 2 <= in.length ? in[at] & 0xff | (in[at + 1] & 0xff) << 8 : -1;
            }
            case "utf_16_be", "utf_16be" -> {
                size = 2;
                c = at + 2 <= in.length ? in[at + 1] & 0xff | (in[at] & 0xff) << 8 : -1;
            }
            case "utf_32", "utf_32_le", "utf_32le" -> {
                size = 4;
                c = at + 4 <= in.length ? Utf32.unit(in, at, false) : -1;
            }
            case "utf_32_be", "utf_32be" -> {
                size = 4;
                c = at + 4 <= in.length ? Utf32.unit(in, at, true) : -1;
            }
            default -> {}
        }
        if (!CodecErrors.isSurrogate(c)) {
            return 0;
        }
        out.append(c);
        return size;
    }
}
