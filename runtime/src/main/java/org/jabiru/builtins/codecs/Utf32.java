package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.codecs.Codecs.Decoded;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** UTF-32. A byte order of -1 means little endian, 1 big endian, 0 native with a mark. */
public final class Utf32 {
    private Utf32() {}

    static String name(int order) {
        return order == 0 ? "utf-32" : order < 0 ? "utf-32-le" : "utf-32-be";
    }

    /** Encodes; with byte order 0 a mark comes first. */
    public static byte[] encode(TruffleString text, String handler, int order) {
        boolean big = order > 0;
        ByteBuilder out = new ByteBuilder(4 * Str.length(text) + 4);
        if (order == 0) {
            unit(0xfeff, big, out);
        }
        CodecErrors.EncodeTarget target =
                new CodecErrors.EncodeTarget() {
                    @Override
                    public boolean put(int c, ByteBuilder to) {
                        if (CodecErrors.isSurrogate(c)) {
                            return false;
                        }
                        Utf32.unit(c, big, to);
                        return true;
                    }

                    @Override
                    public boolean putSurrogate(int c, ByteBuilder to) {
                        Utf32.unit(c, big, to);
                        return true;
                    }

                    @Override
                    public int unit() {
                        return 4;
                    }
                };
        return CodecErrors.encodeAll(
                name(order), text, "surrogates not allowed", handler, false, target, out);
    }

    private static void unit(int u, boolean big, ByteBuilder out) {
        if (big) {
            out.append(u >> 24).append(u >> 16).append(u >> 8).append(u);
        } else {
            out.append(u).append(u >> 8).append(u >> 16).append(u >> 24);
        }
    }

    static int unit(byte[] in, int at, boolean big) {
        int a = in[at] & 0xff;
        int b = in[at + 1] & 0xff;
        int c = in[at + 2] & 0xff;
        int d = in[at + 3] & 0xff;
        return big ? a << 24 | b << 16 | c << 8 | d : d << 24 | c << 16 | b << 8 | a;
    }

    /** Finds the byte order from the mark, if there is one: order, and bytes to skip. */
    static int[] detect(byte[] in, int order) {
        if (order == 0 && in.length >= 4) {
            if (unit(in, 0, false) == 0xfeff) {
                return new int[] {-1, 4};
            }
            if (unit(in, 0, true) == 0xfeff) {
                return new int[] {1, 4};
            }
        }
        return new int[] {order, 0};
    }

    /** Decodes; with byte order 0 a mark decides. */
    public static Decoded decode(byte[] in, String handler, int order, boolean last) {
        int[] found = detect(in, order);
        boolean big = found[0] > 0;
        String name = name(big ? 1 : -1);
        int n = in.length;
        StrBuilder out = new StrBuilder(n / 4);
        int i = found[1];
        while (i < n) {
            if (i + 3 >= n) {
                if (!last) {
                    break;
                }
                i = CodecErrors.decode(name, in, i, n, "truncated data", handler, out);
                continue;
            }
            int c = unit(in, i, big);
            if (c < 0 || c > 0x10ffff) {
                i =
                        CodecErrors.decode(
                                name,
                                in,
                                i,
                                i + 4,
                                "code point not in range(0x110000)",
                                handler,
                                out);
            } else if (CodecErrors.isSurrogate(c)) {
                i =
                        CodecErrors.decode(
                                name,
                                in,
                                i,
                                i + 4,
                                "code point in surrogate code point range(0xd800, 0xe000)",
                                handler,
                                out);
            } else {
                out.append(c);
                i += 4;
            }
        }
        return new Decoded(out.toStr(), Math.min(i, n));
    }
}
