package org.jabiru.builtins.bytes;

import java.util.Arrays;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;

/** The methods of byte strings that treat them as ASCII text: case, tests, padding. */
final class ByteCase {
    private ByteCase() {}

    static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    static boolean isLower(byte b) {
        return b >= 'a' && b <= 'z';
    }

    static boolean isAlpha(byte b) {
        return isUpper(b) || isLower(b);
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static byte toUpper(byte b) {
        return isLower(b) ? (byte) (b - 32) : b;
    }

    static byte toLower(byte b) {
        return isUpper(b) ? (byte) (b + 32) : b;
    }

    static byte[] upper(byte[] a, int n) {
        byte[] out = Arrays.copyOf(a, n);
        for (int i = 0; i < n; i++) {
            out[i] = toUpper(out[i]);
        }
        return out;
    }

    static byte[] lower(byte[] a, int n) {
        byte[] out = Arrays.copyOf(a, n);
        for (int i = 0; i < n; i++) {
            out[i] = toLower(out[i]);
        }
        return out;
    }

    static byte[] swapCase(byte[] a, int n) {
        byte[] out = Arrays.copyOf(a, n);
        for (int i = 0; i < n; i++) {
            out[i] = isAlpha(out[i]) ? (byte) (out[i] ^ 32) : out[i];
        }
        return out;
    }

    static byte[] capitalize(byte[] a, int n) {
        byte[] out = lower(a, n);
        if (n > 0) {
            out[0] = toUpper(out[0]);
        }
        return out;
    }

    static byte[] title(byte[] a, int n) {
        byte[] out = Arrays.copyOf(a, n);
        boolean inWord = false;
        for (int i = 0; i < n; i++) {
            out[i] = inWord ? toLower(out[i]) : toUpper(out[i]);
            inWord = isAlpha(out[i]);
        }
        return out;
    }

    /** The tests of single bytes. */
    interface Kind {
        boolean test(byte b);
    }

    static boolean all(byte[] a, int n, Kind kind) {
        for (int i = 0; i < n; i++) {
            if (!kind.test(a[i])) {
                return false;
            }
        }
        return n > 0;
    }

    static boolean isAscii(byte[] a, int n) {
        for (int i = 0; i < n; i++) {
            if (a[i] < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isCase(byte[] a, int n, boolean upper) {
        boolean cased = false;
        for (int i = 0; i < n; i++) {
            if (upper ? isLower(a[i]) : isUpper(a[i])) {
                return false;
            }
            cased |= isAlpha(a[i]);
        }
        return cased;
    }

    static boolean isTitle(byte[] a, int n) {
        boolean cased = false;
        boolean inWord = false;
        for (int i = 0; i < n; i++) {
            if (isUpper(a[i]) && inWord || isLower(a[i]) && !inWord) {
                return false;
            }
            inWord = isAlpha(a[i]);
            cased |= inWord;
        }
        return cased;
    }

    static byte[] pad(byte[] a, int n, long width, Object fill, String method, int position) {
        byte with = fillByte(fill, method);
        long padding = width - n;
        if (padding <= 0) {
            return Arrays.copyOf(a, n);
        }
        byte[] out = new byte[ByteStrings.checkedLength(width)];
        long before =
                position < 0 ? 0 : position > 0 ? padding : padding / 2 + (padding & width & 1);
        Arrays.fill(out, with);
        System.arraycopy(a, 0, out, (int) before, n);
        return out;
    }

    private static byte fillByte(Object fill, String method) {
        if (!(fill instanceof PyBytes) && !(fill instanceof PyByteArray)) {
            throw Errors.typeError(
                    "%s() argument 2 must be a byte string of length 1, not %s",
                    method, Types.nameForMessage(fill));
        }
        byte[] b = Buffers.bytesOf(fill);
        if (b.length != 1) {
            throw Errors.typeError(
                    "%s(): argument 2 must be a byte string of length 1, not a %s object of length"
                            + " %d",
                    method, Types.of(fill).name(), b.length);
        }
        return b[0];
    }

    static byte[] zeroFill(byte[] a, int n, long width) {
        long padding = width - n;
        if (padding <= 0) {
            return Arrays.copyOf(a, n);
        }
        byte[] out = new byte[ByteStrings.checkedLength(width)];
        Arrays.fill(out, 0, (int) padding, (byte) '0');
        System.arraycopy(a, 0, out, (int) padding, n);
        if (n > 0 && (a[0] == '+' || a[0] == '-')) {
            out[0] = a[0];
            out[(int) padding] = '0';
        }
        return out;
    }

    static byte[] expandTabs(byte[] a, int n, int tabSize) {
        ByteBuilder out = new ByteBuilder(n + 16);
        int column = 0;
        for (int i = 0; i < n; i++) {
            if (a[i] == '\t') {
                int spaces = tabSize > 0 ? tabSize - column % tabSize : 0;
                for (int k = 0; k < spaces; k++) {
                    out.append(' ');
                }
                column += spaces;
            } else {
                out.append(a[i]);
                column = a[i] == '\n' || a[i] == '\r' ? 0 : column + 1;
            }
        }
        return out.toByteArray();
    }
}
