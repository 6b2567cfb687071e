package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.StrBuilder;

/** {@code repr(s)} and {@code ascii(s)}: a literal that reads back as the string. */
public final class StrRepr {
    private StrRepr() {}

    /** {@code repr(s)}. */
    public static TruffleString repr(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        boolean single = false;
        boolean dual = false;
        for (int i = 0; i < points.length(); i++) {
            single |= points.at(i) == '\'';
            dual |= points.at(i) == '"';
        }
        int quote = single && !dual ? '"' : '\'';
        StrBuilder out = new StrBuilder(points.length() + 2);
        out.append(quote);
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (c == quote || c == '\\') {
                out.append('\\').append(c);
            } else if (CharacterTypes.isPrintable(c)) {
                out.append(c);
            } else {
                appendEscape(out, c);
            }
        }
        return out.append(quote).toStr();
    }

    /** The text with escapes for all that is not ASCII: {@code ascii(o)} applies it to the repr. */
    public static TruffleString ascii(TruffleString repr) {
        CodePoints points = CodePoints.of(repr);
        if (points.isAscii()) {
            return repr;
        }
        StrBuilder out = new StrBuilder(points.length() + 8);
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (c < 128) {
                out.append(c);
            } else {
                appendEscape(out, c);
            }
        }
        return out.toStr();
    }

    /** Appends {@code \n}, {@code \x1b}, {@code \u2028} or {@code \U000e0001}. */
    public static void appendEscape(StrBuilder out, int c) {
        switch (c) {
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x100) {
                    appendHex(out, "\\x", c, 2);
                } else if (c < 0x10000) {
                    appendHex(out, "\\u", c, 4);
                } else {
                    appendHex(out, "\\U", c, 8);
                }
            }
        }
    }

    /** Appends a prefix and hexadecimal digits. */
    public static void appendHex(StrBuilder out, String prefix, int value, int digits) {
        out.append(prefix);
        for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(value >>> shift & 15, 16));
        }
    }
}
