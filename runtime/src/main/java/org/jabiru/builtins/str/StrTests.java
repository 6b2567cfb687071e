package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.function.IntPredicate;

/** The questions: {@code isalpha}, {@code isupper}, {@code isidentifier}, … */
final class StrTests {
    private StrTests() {}

    /** Whether there is a character, and all are of the kind. */
    static boolean all(TruffleString s, IntPredicate kind) {
        CodePoints points = CodePoints.of(s);
        for (int i = 0; i < points.length(); i++) {
            if (!kind.test(points.at(i))) {
                return false;
            }
        }
        return points.length() > 0;
    }

    static boolean isPrintable(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        for (int i = 0; i < points.length(); i++) {
            if (!CharacterTypes.isPrintable(points.at(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isUpper(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        boolean cased = false;
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (CharacterTypes.isLower(c) || CharacterTypes.isTitle(c)) {
                return false;
            }
            cased |= CharacterTypes.isUpper(c);
        }
        return cased;
    }

    static boolean isLower(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        boolean cased = false;
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (CharacterTypes.isUpper(c) || CharacterTypes.isTitle(c)) {
                return false;
            }
            cased |= CharacterTypes.isLower(c);
        }
        return cased;
    }

    static boolean isTitle(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        boolean cased = false;
        boolean previousCased = false;
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (CharacterTypes.isUpper(c) || CharacterTypes.isTitle(c)) {
                if (previousCased) {
                    return false;
                }
                previousCased = true;
                cased = true;
            } else if (CharacterTypes.isLower(c)) {
                if (!previousCased) {
                    return false;
                }
                cased = true;
            } else {
                previousCased = false;
            }
        }
        return cased;
    }

    static boolean isIdentifier(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        if (points.length() == 0 || !CharacterTypes.isIdentifierStart(points.at(0))) {
            return false;
        }
        for (int i = 1; i < points.length(); i++) {
            if (!CharacterTypes.isIdentifierPart(points.at(i))) {
                return false;
            }
        }
        return true;
    }
}
