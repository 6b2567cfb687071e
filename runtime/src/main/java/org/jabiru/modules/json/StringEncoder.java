package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** Writes strings as JSON has them. */
final class StringEncoder {
    private StringEncoder() {}

    /** The string in quotes, with escapes; {@code ascii}: also for all beyond ASCII. */
    static TruffleString encode(TruffleString s, boolean ascii) {
        CodePoints in = CodePoints.of(s);
        StrBuilder out = new StrBuilder().literal("\"");
        int start = 0;
        for (int i = 0; i < in.length(); i++) {
            int c = in.at(i);
            if (c >= ' ' && c != '"' && c != '\\' && (!ascii || c < 127)) {
                continue;
            }
            out.append(Str.substring(s, start, i));
            start = i + 1;
            escape(out, c);
        }
        return out.append(Str.substring(s, start, in.length())).literal("\"").toStr();
    }

    private static void escape(StrBuilder out, int c) {
        switch (c) {
            case '"' -> out.literal("\\\"");
            case '\\' -> out.literal("\\\\");
            case '\b' -> out.literal("\\b");
            case '\f' -> out.literal("\\f");
            case '\n' -> out.literal("\\n");
            case '\r' -> out.literal("\\r");
            case '\t' -> out.literal("\\t");
            default -> {
                if (Character.isBmpCodePoint(c)) {
                    out.append(String.format("\\u%04x", c));
                } else {
                    out.append(
                            String.format(
                                    "\\u%04x\\u%04x",
                                    (int) Character.highSurrogate(c),
                                    (int) Character.lowSurrogate(c)));
                }
            }
        }
    }
}
