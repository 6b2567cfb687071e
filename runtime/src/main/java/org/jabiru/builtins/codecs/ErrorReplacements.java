package org.jabiru.builtins.codecs;

import java.util.Locale;
import org.jabiru.builtins.str.StrRepr;
import org.jabiru.object.StrBuilder;

/** What the handlers backslashreplace, xmlcharrefreplace and namereplace write for a character. */
final class ErrorReplacements {
    private static final String[] LEAD = {
        "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T",
        "P", "H"
    };
    private static final String[] VOWEL = {
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO",
        "WE", "WI", "YU", "EU", "YI", "I"
    };
    private static final String[] TAIL = {
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH",
        "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"
    };

    private ErrorReplacements() {}

    static void append(String handler, int c, StrBuilder out) {
        switch (handler) {
            case "xmlcharrefreplace" -> out.append("&#").append(Integer.toString(c)).append(";");
            case "namereplace" -> {
                String name = nameOrNull(c);
                if (name == null) {
                    backslash(c, out);
                } else {
                    out.append("\\N{").append(name).append("}");
                }
            }
            default -> backslash(c, out);
        }
    }

    private static void backslash(int c, StrBuilder out) {
        if (c < 0x100) {
            StrRepr.appendHex(out, "\\x", c, 2);
        } else if (c < 0x10000) {
            StrRepr.appendHex(out, "\\u", c, 4);
        } else {
            StrRepr.appendHex(out, "\\U", c, 8);
        }
    }

    /** The Unicode name, or null for a character without one. */
    private static String nameOrNull(int c) {
        switch (Character.getType(c)) {
            case Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> {
                return null;
            }
            default -> {}
        }
        if (c >= 0xac00 && c <= 0xd7a3) {
            int i = c - 0xac00;
            return "HANGUL SYLLABLE " + LEAD[i / 588] + VOWEL[i % 588 / 28] + TAIL[i % 28];
        }
        String name = Character.getName(c);
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        if (name != null && name.endsWith(" " + digits)) {
            // The JDK names a character of a range by its block.
            if (name.startsWith("CJK UNIFIED IDEOGRAPHS")) {
                return "CJK UNIFIED IDEOGRAPH-" + digits;
            }
            if (name.startsWith("CJK COMPATIBILITY IDEOGRAPHS")) {
                return "CJK COMPATIBILITY IDEOGRAPH-" + digits;
            }
            if (name.startsWith("TANGUT")) {
                return "TANGUT IDEOGRAPH-" + digits;
            }
        }
        return name;
    }
}
