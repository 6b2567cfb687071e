package org.jabiru.builtins.bytes;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** Byte strings as text: repr and hexadecimal. */
public final class ByteText {
    private static final String DIGITS = "0123456789abcdef";

    private ByteText() {}

    /** {@code b'...'}. */
    public static String repr(byte[] a, int n) {
        boolean single = false;
        boolean dual = false;
        for (int i = 0; i < n; i++) {
            single |= a[i] == '\'';
            dual |= a[i] == '"';
        }
        char quote = single && !dual ? '"' : '\'';
        return literal(a, n, quote);
    }

    /** {@code b'...'} in quotes of a given kind. */
    static String literal(byte[] a, int n, char quote) {
        StringBuilder out = new StringBuilder(n + 3).append('b').append(quote);
        for (int i = 0; i < n; i++) {
            byte c = a[i];
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c == quote || c == '\\') {
                        out.append('\\').append((char) c);
                    } else if (c < 32 || c == 127) {
                        out.append("\\x").append(DIGITS.charAt(c >> 4 & 15));
                        out.append(DIGITS.charAt(c & 15));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        }
        return out.append(quote).toString();
    }

    /** {@code hex(sep, bytes_per_sep)}. */
    public static String hex(byte[] a, int n, Object separator, long group) {
        char between = 0;
        boolean separated = separator != null && group != 0;
        if (separator != null) {
            between = separatorCharacter(separator);
        }
        StringBuilder out = new StringBuilder(2 * n);
        long size = Math.abs(group);
        for (int i = 0; i < n; i++) {
            if (separated && i > 0 && (group < 0 ? i % size == 0 : (n - i) % size == 0)) {
                out.append(between);
            }
            out.append(DIGITS.charAt(a[i] >> 4 & 15)).append(DIGITS.charAt(a[i] & 15));
        }
        return out.toString();
    }

    private static char separatorCharacter(Object separator) {
        TruffleString s = Str.valueOrNull(separator);
        if (Sequences.length(separator) != 1) {
            throw Errors.valueError("sep must be length 1.");
        }
        int c;
        if (s != null) {
            c = Str.codePointAt(s, 0);
        } else if (separator instanceof PyBytes b) {
            c = b.value[0] & 0xff;
        } else {
            throw Errors.typeError("sep must be str or bytes.");
        }
        if (c > 127) {
            throw Errors.valueError("sep must be ASCII.");
        }
        return (char) c;
    }

    /** {@code fromhex}; white space between bytes is skipped. */
    static byte[] fromHex(Object text) {
        byte[] ascii = hexArgument(text);
        ByteBuilder out = new ByteBuilder(ascii.length / 2);
        int i = 0;
        while (true) {
            while (i < ascii.length && ByteSplit.isSpace(ascii[i])) {
                i++;
            }
            if (i >= ascii.length) {
                return out.toByteArray();
            }
            int high = Character.digit(ascii[i], 16);
            if (high < 0) {
                throw notHex(i);
            }
            if (i + 1 >= ascii.length) {
                throw Errors.valueError(
                        "fromhex() arg must contain an even number of hexadecimal digits");
            }
            int low = Character.digit(ascii[i + 1], 16);
            if (low < 0) {
                throw notHex(i + 1);
            }
            out.append(high << 4 | low);
            i += 2;
        }
    }

    private static byte[] hexArgument(Object text) {
        TruffleString s = Str.valueOrNull(text);
        if (s == null) {
            if (!Buffers.isBuffer(text)) {
                throw Errors.typeError(
                        "fromhex() argument must be str or bytes-like, not %s",
                        Types.of(text).name());
            }
            byte[] bytes = Buffers.bytesOf(text).clone();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] < 0 ? (byte) '?' : bytes[i];
            }
            return bytes;
        }
        CodePoints points = CodePoints.of(s);
        for (int i = 0; i < points.length(); i++) {
            if (points.at(i) >= 128) {
                throw notHex(i); // CPython finds it before it reads the digits.
            }
        }
        byte[] ascii = new byte[points.length()];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) points.at(i);
        }
        return ascii;
    }

    private static RuntimeException notHex(int at) {
        return Errors.valueError(
                "non-hexadecimal number found in fromhex() arg at position %d", at);
    }

    /** An optional argument that must be an int. */
    static long group(Object value) {
        return value == null || value == Singleton.NONE ? 1 : Numbers.clampedIndex(value);
    }
}
