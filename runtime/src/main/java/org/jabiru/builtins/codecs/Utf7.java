package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.codecs.Codecs.Decoded;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.StrBuilder;

/** UTF-7 (RFC 2152). */
public final class Utf7 {
    private static final String NAME = "utf7";
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String DIRECT =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r"
                    + "!\"#$%&*;<=>@[]^_`{|}";

    private Utf7() {}

    private static boolean isDirect(int c) {
        return c < 128 && DIRECT.indexOf(c) >= 0;
    }

    /** Encodes; every character has a form, lone surrogates too. */
    public static byte[] encode(TruffleString text) {
        CodePoints points = CodePoints.of(text);
        ByteBuilder out = new ByteBuilder(points.length() + 8);
        boolean inShift = false;
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (inShift) {
                if (isDirect(c)) {
                    if (bits > 0) {
                        out.append(DIGITS.charAt(buffer << 6 - bits & 63));
                        bits = 0;
                        buffer = 0;
                    }
                    inShift = false;
                    if (DIGITS.indexOf(c) >= 0 || c == '-') {
                        out.append('-');
                    }
                    out.append(c);
                    continue;
                }
            } else if (c == '+') {
                out.append('+').append('-');
                continue;
            } else if (isDirect(c)) {
                out.append(c);
                continue;
            } else {
                out.append('+');
                inShift = true;
            }
            int units = c >= 0x10000 ? 2 : 1;
            for (int k = 0; k < units; k++) {
                int unit =
                        units == 1
                                ? c
                                : k == 0 ? Character.highSurrogate(c) : Character.lowSurrogate(c);
                buffer = buffer << 16 | unit;
                bits += 16;
                while (bits >= 6) {
                    out.append(DIGITS.charAt(buffer >>> bits - 6 & 63));
                    bits -= 6;
                }
                buffer &= (1 << bits) - 1;
            }
        }
        if (bits > 0) {
            out.append(DIGITS.charAt(buffer << 6 - bits & 63));
        }
        if (inShift) {
            out.append('-');
        }
        return out.toByteArray();
    }

    /** Decodes; a shift sequence that is not closed is left over unless the input ends. */
    public static Decoded decode(byte[] in, String handler, boolean last) {
        int n = in.length;
        StrBuilder out = new StrBuilder(n);
        StrBuilder shifted = new StrBuilder();
        boolean inShift = false;
        int shiftStart = 0;
        int bits = 0;
        long buffer = 0;
        int surrogate = 0;
        int i = 0;
        while (i < n || last && inShift) {
            int c = i < n ? in[i] & 0xff : -1;
            if (!inShift) {
                if (c == '+') {
                    shiftStart = i++;
                    if (i < n && in[i] == '-') {
                        out.append('+');
                        i++;
                    } else if (i < n && DIGITS.indexOf(in[i] & 0xff) < 0) {
                        i =
                                CodecErrors.decode(
                                        NAME,
                                        in,
                                        shiftStart,
                                        i + 1,
                                        "ill-formed sequence",
                                        handler,
                                        out);
                    } else {
                        inShift = true;
                        bits = 0;
                        buffer = 0;
                        surrogate = 0;
                        shifted = new StrBuilder();
                    }
                } else if (c < 128) {
                    out.append(c);
                    i++;
                } else {
                    i =
                            CodecErrors.decode(
                                    NAME,
                                    in,
                                    i,
                                    i + 1,
                                    "unexpected special character",
                                    handler,
                                    out);
                }
                continue;
            }
            int digit = c < 0 ? -1 : DIGITS.indexOf(c);
            if (digit >= 0) {
                buffer = buffer << 6 | digit;
                bits += 6;
                i++;
                if (bits >= 16) {
                    int unit = (int) (buffer >>> bits - 16) & 0xffff;
                    bits -= 16;
                    buffer &= (1L << bits) - 1;
                    if (surrogate != 0 && unit >= 0xdc00 && unit <= 0xdfff) {
                        shifted.append(Character.toCodePoint((char) surrogate, (char) unit));
                        surrogate = 0;
                    } else {
                        if (surrogate != 0) {
                            shifted.append(surrogate);
                            surrogate = 0;
                        }
                        if (unit >= 0xd800 && unit <= 0xdbff) {
                            surrogate = unit;
                        } else {
                            shifted.append(unit);
                        }
                    }
                }
                continue;
            }
            inShift = false;
            out.append(shifted.toStr());
            String problem = null;
            if (bits >= 6) {
                problem = "partial character in base64 sequence";
            } else if (bits > 0 && buffer != 0) {
                problem = "non-zero padding bits in base64 sequence";
            }
            if (surrogate != 0 && problem == null && c >= 0 && c < 128) {
                out.append(surrogate);
            }
            if (c < 0 && surrogate == 0 && problem == null) {
                break;
            }
            if (c < 0) {
                i =
                        CodecErrors.decode(
                                NAME,
                                in,
                                shiftStart,
                                n,
                                "unterminated shift sequence",
                                handler,
                                out);
                if (i >= n) {
                    break;
                }
                continue;
            }
            if (problem != null) {
                i = CodecErrors.decode(NAME, in, shiftStart, i + 1, problem, handler, out);
            } else if (c == '-') {
                i++;
            } else if (c >= 128) {
                i =
                        CodecErrors.decode(
                                NAME,
                                in,
                                shiftStart,
                                i + 1,
                                "unexpected special character",
                                handler,
                                out);
            }
        }
        return new Decoded(out.toStr(), inShift ? shiftStart : Math.min(i, n));
    }
}
