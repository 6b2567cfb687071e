package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.codecs.Codecs.Decoded;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** UTF-16. A byte order of -1 means little endian, 1 big endian, 0 native with a mark. */
public final class Utf16 {
    private Utf16() {}

    static String name(int order) {
        return order == 0 ? "utf-16" : order < 0 ? "utf-16-le" : "utf-16-be";
    }

    /** Encodes; with byte order 0 a mark comes first. */
    public static byte[] encode(TruffleString text, String handler, int order) {
        boolean big = order > 0;
        ByteBuilder out = new ByteBuilder(2 * Str.length(text) + 2);
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
                        if (c < 0x10000) {
                            Utf16.unit(c, big, to);
                        } else {
                            Utf16.unit(Character.highSurrogate(c), big, to);
                            Utf16.unit(Character.lowSurrogate(c), big, to);
                        }
                        return true;
                    }

                    @Override
                    public boolean putSurrogate(int c, ByteBuilder to) {
                        Utf16.unit(c, big, to);
                        return true;
                    }

                    @Override
                    public int unit() {
                        return 2;
                    }
                };
        return CodecErrors.encodeAll(
                name(order), text, "surrogates not allowed", handler, false, target, out);
    }

    private static void unit(int u, boolean big, ByteBuilder out) {
        if (big) {
            out.append(u >> 8).append(u);
        } else {
            out.append(u).append(u >> 8);
        }
    }

    /** Finds the byte order from the mark, if there is one: order, and bytes to skip. */
    static int[] detect(byte[] in, int order) {
        if (order == 0 && in.length >= 2) {
            if (in[0] == -1 && in[1] == -2) {
                return new int[] {-1, 2};
            }
            if (in[0] == -2 && in[1] == -1) {
                return new int[] {1, 2};
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
        StrBuilder out = new StrBuilder(n / 2);
        int i = found[1];
        while (i < n) {
            if (i + 1 >= n) {
                if (!last) {
                    break;
                }
                i = CodecErrors.decode(name, in, i, n, "truncated data", handler, out);
                continue;
            }
            int u = unit(in, i, big);
            if (!CodecErrors.isSurrogate(u)) {
                out.append(u);
                i += 2;
            } else if (u >= 0xdc00) {
                i = CodecErrors.decode(name, in, i, i + 2, "illegal encoding", handler, out);
            } else if (i + 3 >= n) {
                if (!last) {
                    break;
                }
                i = CodecErrors.decode(name, in, i, n, "unexpected end of data", handler, out);
            } else {
                int low = unit(in, i + 2, big);
                if (low >= 0xdc00 && low <= 0xdfff) {
                    out.append(Character.toCodePoint((char) u, (char) low));
                    i += 4;
                } else {
                    i =
                            CodecErrors.decode(
                                    name, in, i, i + 2, "illegal UTF-16 surrogate", handler, out);
                }
            }
        }
        return new Decoded(out.toStr(), Math.min(i, n));
    }

    private static int unit(byte[] in, int at, boolean big) {
        int a = in[at] & 0xff;
        int b = in[at + 1] & 0xff;
        return big ? a << 8 | b : b << 8 | a;
    }
}
