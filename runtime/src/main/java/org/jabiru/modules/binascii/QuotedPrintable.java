package org.jabiru.modules.binascii;

import org.jabiru.builtins.bytes.ByteBuilder;

/** Quoted-printable (RFC 2045), and its variant in headers (RFC 2047). */
final class QuotedPrintable {
    private static final int MAX_LINE = 76;
    private static final String DIGITS = "0123456789ABCDEF";

    private QuotedPrintable() {}

    static byte[] decode(byte[] in, boolean header) {
        ByteBuilder out = new ByteBuilder(in.length);
        int n = in.length;
        int i = 0;
        while (i < n) {
            byte c = in[i];
            if (c != '=') {
                out.append(header && c == '_' ? ' ' : c);
                i++;
                continue;
            }
            i++;
            if (i >= n) {
                break;
            }
            if (in[i] == '\n' || in[i] == '\r') {
                // a soft line break
                while (i < n && in[i] != '\n') {
                    i++;
                }
                i++;
            } else if (in[i] == '=') {
                out.append('=');
                i++;
            } else if (i + 1 < n && hex(in[i]) >= 0 && hex(in[i + 1]) >= 0) {
                out.append(hex(in[i]) << 4 | hex(in[i + 1]));
                i += 2;
            } else {
                out.append('=');
            }
        }
        return out.toByteArray();
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    static byte[] encode(byte[] in, boolean quoteTabs, boolean text, boolean header) {
        boolean carriageReturns = usesCarriageReturns(in);
        ByteBuilder out = new ByteBuilder(in.length + 16);
        int n = in.length;
        int line = 0;
        int i = 0;
        while (i < n) {
            int c = in[i] & 0xff;
            if (mustQuote(in, i, line, quoteTabs, text, header)) {
                if (line + 3 >= MAX_LINE) {
                    line = softBreak(out, carriageReturns);
                }
                quote(out, c);
                line += 3;
                i++;
                continue;
            }
            boolean lineEnd = text && (c == '\n' || c == '\r' && i + 1 < n && in[i + 1] == '\n');
            if (lineEnd) {
                line = 0;
                quoteTrailingSpace(out);
                if (carriageReturns) {
                    out.append('\r');
                }
                out.append('\n');
                i += c == '\r' ? 2 : 1;
                continue;
            }
            if (i + 1 != n && in[i + 1] != '\n' && line + 1 >= MAX_LINE) {
                line = softBreak(out, carriageReturns);
            }
            line++;
            out.append(header && c == ' ' ? '_' : c);
            i++;
        }
        return out.toByteArray();
    }

    private static boolean usesCarriageReturns(byte[] in) {
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '\n') {
                return i > 0 && in[i - 1] == '\r';
            }
        }
        return false;
    }

    private static boolean mustQuote(
            byte[] in, int i, int line, boolean quoteTabs, boolean text, boolean header) {
        int c = in[i] & 0xff;
        int n = in.length;
        boolean last = i + 1 == n;
        return c > 126
                || c == '='
                || header && c == '_'
                || c == '.'
                        && line == 0
                        && (last || in[i + 1] == '\n' || in[i + 1] == '\r' || in[i + 1] == 0)
                || !text && (c == '\r' || c == '\n')
                || (c == '\t' || c == ' ') && last
                || c < 33 && c != '\r' && c != '\n' && (quoteTabs || c != '\t' && c != ' ');
    }

    private static int softBreak(ByteBuilder out, boolean carriageReturns) {
        out.append('=');
        if (carriageReturns) {
            out.append('\r');
        }
        out.append('\n');
        return 0;
    }

    private static void quote(ByteBuilder out, int c) {
        out.append('=').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
    }

    /** White space at the end of a line is quoted. */
    private static void quoteTrailingSpace(ByteBuilder out) {
        int last = out.last();
        if (last == ' ' || last == '\t') {
            out.removeLast();
            quote(out, last);
        }
    }
}
