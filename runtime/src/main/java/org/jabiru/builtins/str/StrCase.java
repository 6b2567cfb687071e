package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Locale;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/**
 * {@code upper}, {@code lower}, {@code title}, {@code capitalize}, {@code swapcase}, {@code
 * casefold}.
 */
final class StrCase {
    /** The bit in which an ASCII letter and its other case differ. */
    private static final int CASE = 0x20;

    private static final int CAPITAL_SIGMA = 0x3a3;
    private static final int FINAL_SIGMA = 0x3c2;
    private static final int SMALL_SIGMA = 0x3c3;

    private StrCase() {}

    /** ASCII, in which the letters of a range change their case. */
    private static TruffleString ascii(CodePoints points, char first, char last) {
        byte[] out = new byte[points.length()];
        points.copyLatin1(0, out.length, out, 0);
        for (int i = 0; i < out.length; i++) {
            byte c = out[i];
            int outside = (c - first | last - c) >> Integer.SIZE - 1; // no branch: text is random
            out[i] = (byte) (c ^ CASE & ~outside);
        }
        return Str.ofLatin1(out, 0, out.length);
    }

    static TruffleString upper(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        if (points.isAscii()) {
            return ascii(points, 'a', 'z');
        }
        StrBuilder out = new StrBuilder(points.length());
        for (int i = 0; i < points.length(); i++) {
            appendUpper(out, points.at(i));
        }
        return out.toStr();
    }

    static TruffleString lower(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        if (points.isAscii()) {
            return ascii(points, 'A', 'Z');
        }
        StrBuilder out = new StrBuilder(points.length());
        for (int i = 0; i < points.length(); i++) {
            appendLower(out, points, i);
        }
        return out.toStr();
    }

    static TruffleString swapCase(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        StrBuilder out = new StrBuilder(points.length());
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (CharacterTypes.isUpper(c)) {
                appendLower(out, points, i);
            } else if (CharacterTypes.isLower(c)) {
                appendUpper(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toStr();
    }

    static TruffleString capitalize(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        StrBuilder out = new StrBuilder(points.length());
        for (int i = 0; i < points.length(); i++) {
            if (i == 0) {
                appendTitle(out, points.at(0));
            } else {
                appendLower(out, points, i);
            }
        }
        return out.toStr();
    }

    static TruffleString title(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        StrBuilder out = new StrBuilder(points.length());
        boolean inWord = false;
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (inWord) {
                appendLower(out, points, i);
            } else {
                appendTitle(out, c);
            }
            inWord = CharacterTypes.isCased(c);
        }
        return out.toStr();
    }

    static TruffleString casefold(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        StrBuilder out = new StrBuilder(points.length());
        for (int i = 0; i < points.length(); i++) {
            appendFolded(out, points.at(i));
        }
        return out.toStr();
    }

    private static void appendUpper(StrBuilder out, int c) {
        if (c < 128) {
            out.append(c >= 'a' && c <= 'z' ? c - 32 : c);
        } else {
            appendAll(out, fullUpper(c));
        }
    }

    private static String fullUpper(int c) {
        return Character.toString(c).toUpperCase(Locale.ROOT);
    }

    private static void appendLower(StrBuilder out, CodePoints points, int index) {
        int c = points.at(index);
        if (c < 128) {
            out.append(c >= 'A' && c <= 'Z' ? c + 32 : c);
        } else if (c == CAPITAL_SIGMA) {
            out.append(isFinalSigma(points, index) ? FINAL_SIGMA : SMALL_SIGMA);
        } else {
            appendLower(out, c);
        }
    }

    private static void appendLower(StrBuilder out, int c) {
        if (c == 0x130) {
            out.append('i').append(0x307);
        } else {
            out.append(Character.toLowerCase(c));
        }
    }

    /** Unicode, Final_Sigma: after a cased letter, and not before one. */
    private static boolean isFinalSigma(CodePoints points, int index) {
        int i = index - 1;
        while (i >= 0 && CharacterTypes.isCaseIgnorable(points.at(i))) {
            i--;
        }
        if (i < 0 || !CharacterTypes.isCased(points.at(i))) {
            return false;
        }
        i = index + 1;
        while (i < points.length() && CharacterTypes.isCaseIgnorable(points.at(i))) {
            i++;
        }
        return i == points.length() || !CharacterTypes.isCased(points.at(i));
    }

    private static void appendTitle(StrBuilder out, int c) {
        if (c < 128) {
            appendUpper(out, c);
            return;
        }
        int simple = Character.toTitleCase(c);
        String upper = fullUpper(c);
        if (simple != c
                || upper.codePointCount(0, upper.length()) == 1
                || CharacterTypes.isTitle(c)) {
            out.append(simple);
        } else if (c == 0x149) {
            appendAll(out, upper);
        } else {
            // Special casing: the first letter is a capital, the others are not.
            int first = upper.codePointAt(0);
            out.append(first);
            for (int i = Character.charCount(first); i < upper.length(); i++) {
                char rest = upper.charAt(i);
                boolean iotaSubscript = rest == 0x399 && c >= 0x1f80 && c <= 0x1fff;
                out.append(iotaSubscript ? 0x345 : Character.toLowerCase(rest));
            }
        }
    }

    /** Unicode's full case folding: the lower case of the upper case, but for a few. */
    private static void appendFolded(StrBuilder out, int c) {
        if (c < 128) {
            out.append(c >= 'A' && c <= 'Z' ? c + 32 : c);
        } else if (c == 0x131) {
            out.append(c);
        } else if (c == 0x1e9e) {
            out.append("ss");
        } else if (c >= 0x13a0 && c <= 0x13fd || c >= 0xab70 && c <= 0xabbf) {
            out.append(Character.toUpperCase(c));
        } else {
            fullUpper(c).codePoints().forEach(u -> appendLower(out, u));
        }
    }

    private static void appendAll(StrBuilder out, String s) {
        s.codePoints().forEach(out::append);
    }
}
