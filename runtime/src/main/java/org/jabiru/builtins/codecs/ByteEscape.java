package org.jabiru.builtins.codecs;

import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Warnings;

/** The codec escape: bytes to bytes, with the escapes of bytes literals. */
public final class ByteEscape {
    private ByteEscape() {}

    public static byte[] encode(byte[] in) {
        ByteBuilder out = new ByteBuilder(in.length + 8);
        for (byte b : in) {
            switch (b) {
                case '\'', '\\' -> out.append('\\').append(b);
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (b >= 32 && b < 127) {
                        out.append(b);
                    } else {
                        out.append("\\x").append(Character.forDigit(b >> 4 & 15, 16));
                        out.append(Character.forDigit(b & 15, 16));
                    }
                }
            }
        }
        return out.toByteArray();
    }

    /** Decodes; ValueError for a bad escape, unless the handler replaces or ignores it. */
    public static byte[] decode(byte[] in, String handler) {
        ByteBuilder out = new ByteBuilder(in.length);
        int n = in.length;
        int i = 0;
        String invalid = null;
        while (i < n) {
            byte c = in[i++];
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (i >= n) {
                throw Errors.valueError("Trailing \\ in string");
            }
            byte kind = in[i++];
            int simple = "\\'\"abfnrtv".indexOf(kind);
            if (kind == '\n') {
                continue;
            }
            if (simple >= 0) {
                out.append("\\'\"\7\b\f\n\r\t\13".charAt(simple));
            } else if (kind >= '0' && kind <= '7') {
                int value = kind - '0';
                for (int k = 0; k < 2 && i < n && in[i] >= '0' && in[i] <= '7'; k++) {
                    value = value * 8 + in[i++] - '0';
                }
                if (value > 0xff && invalid == null) {
                    invalid = Integer.toOctalString(value) + "\" is an invalid octal";
                }
                out.append(value);
            } else if (kind == 'x') {
                int high = i < n ? digit(in[i]) : -1;
                int low = high >= 0 && i + 1 < n ? digit(in[i + 1]) : -1;
                if (low >= 0) {
                    out.append(high << 4 | low);
                    i += 2;
                    continue;
                }
                switch (handler) {
                    case "strict" ->
                            throw Errors.valueError("invalid \\x escape at position %d", i - 2);
                    case "replace" -> out.append('?');
                    case "ignore" -> {}
                    default ->
                            throw Errors.valueError(
                                    "decoding error; unknown error handling code: %s", handler);
                }
                if (high >= 0) {
                    i++;
                }
            } else {
                if (invalid == null) {
                    invalid = (char) (kind & 0xff) + "\" is an invalid";
                }
                out.append('\\').append(kind);
            }
        }
        if (invalid != null) {
            warn("b\"\\" + invalid);
        }
        return out.toByteArray();
    }

    /** Warns of the first escape that is none. */
    static void warn(String what) {
        Warnings.warn(
                ExceptionTypes.DeprecationWarning,
                what + " escape sequence. Such sequences will not work in the future. ",
                1);
    }

    private static int digit(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }
}
