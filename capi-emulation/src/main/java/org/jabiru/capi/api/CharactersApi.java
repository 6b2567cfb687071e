package org.jabiru.capi.api;

import org.jabiru.builtins.str.CharacterTypes;
import org.jabiru.builtins.str.NumericValues;
import org.jabiru.capi.CapiContext;

/** Properties of single characters; -1 stands for "has no such value". */
public final class CharactersApi {
    private CharactersApi() {}

    public static int _PyUnicode_ToDecimalDigit(CapiContext context, int ch) {
        return CharacterTypes.isDecimal(ch) ? Character.digit(ch, 10) : -1;
    }

    public static int _PyUnicode_ToDigit(CapiContext context, int ch) {
        return CharacterTypes.isDigit(ch) ? Character.getNumericValue(ch) : -1;
    }

    public static double _PyUnicode_ToNumeric(CapiContext context, int ch) {
        return NumericValues.of(ch);
    }

    public static int _PyUnicode_IsLinebreak(CapiContext context, int ch) {
        return CharacterTypes.isLineBreak(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsWhitespace(CapiContext context, int ch) {
        return CharacterTypes.isSpace(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsPrintable(CapiContext context, int ch) {
        return CharacterTypes.isPrintable(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsAlpha(CapiContext context, int ch) {
        return CharacterTypes.isAlpha(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsDecimalDigit(CapiContext context, int ch) {
        return CharacterTypes.isDecimal(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsDigit(CapiContext context, int ch) {
        return CharacterTypes.isDigit(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsLowercase(CapiContext context, int ch) {
        return CharacterTypes.isLower(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsNumeric(CapiContext context, int ch) {
        return CharacterTypes.isNumeric(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsTitlecase(CapiContext context, int ch) {
        return CharacterTypes.isTitle(ch) ? 1 : 0;
    }

    public static int _PyUnicode_IsUppercase(CapiContext context, int ch) {
        return CharacterTypes.isUpper(ch) ? 1 : 0;
    }

    public static int _PyUnicode_ToLowercase(CapiContext context, int ch) {
        return Character.toLowerCase(ch);
    }

    public static int _PyUnicode_ToTitlecase(CapiContext context, int ch) {
        return Character.toTitleCase(ch);
    }

    public static int _PyUnicode_ToUppercase(CapiContext context, int ch) {
        return Character.toUpperCase(ch);
    }
}
