package org.jabiru.parser;

import java.text.Normalizer;

/**
 * Which characters identifiers are made of (the language reference, "Names": XID_Start,
 * XID_Continue).
 */
final class UnicodeIdentifiers {
    private UnicodeIdentifiers() {}

    static boolean isStart(int point) {
        if (point < 128) {
            return point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z' || point == '_';
        }
        return idStart(point) && normalFormStays(point, true);
    }

    static boolean isContinue(int point) {
        if (point < 128) {
            return isStart(point) || point >= '0' && point <= '9';
        }
        return idContinue(point) && normalFormStays(point, false);
    }

    /** As {@code str.isprintable} sees it. */
    static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    private static boolean idStart(int point) {
        // The vertical tilde is a letter by category but reserved for patterns.
        return Character.isUnicodeIdentifierStart(point) && point != 0x2e2f;
    }

    private static boolean idContinue(int point) {
        return Character.isUnicodeIdentifierPart(point)
                && point != 0x2e2f
                && !(Character.isIdentifierIgnorable(point) && !isOtherIdContinue(point));
    }

    private static boolean isOtherIdContinue(int point) {
        return point == 0x200c || point == 0x200d;
    }

    /** XID is ID without the characters whose compatibility form would not be an identifier. */
    private static boolean normalFormStays(int point, boolean start) {
        String text = Character.toString(point);
        if (Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
            return true;
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (int i = 0; i < normal.length(); ) {
            int p = normal.codePointAt(i);
            boolean ok = p == '_' || (i == 0 && start ? idStart(p) : idContinue(p));
            if (!ok) {
                return false;
            }
            i += Character.charCount(p);
        }
        return true;
    }
}
