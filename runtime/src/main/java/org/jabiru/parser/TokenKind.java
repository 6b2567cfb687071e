package org.jabiru.parser;

import java.util.Map;

/** The kinds of token: small integers, since the parser asks for nothing else as often. */
final class TokenKind {
    static final int ENDMARKER = 0;
    static final int NAME = 1;
    static final int NUMBER = 2;
    static final int STRING = 3;
    static final int NEWLINE = 4;
    static final int INDENT = 5;
    static final int DEDENT = 6;
    static final int FSTRING_START = 7;
    static final int FSTRING_MIDDLE = 8;
    static final int FSTRING_END = 9;
    static final int TSTRING_START = 10;
    static final int TSTRING_MIDDLE = 11;
    static final int TSTRING_END = 12;

    /** A character that no token begins with, such as {@code $}. */
    static final int OTHER = 13;

    /** The text of a {@code # type:} comment, where these are wanted. */
    static final int TYPE_COMMENT = 14;

    static final int LPAR = 16;
    static final int RPAR = 17;
    static final int LSQB = 18;
    static final int RSQB = 19;
    static final int LBRACE = 20;
    static final int RBRACE = 21;
    static final int COLON = 22;
    static final int COMMA = 23;
    static final int SEMI = 24;
    static final int DOT = 25;
    static final int ELLIPSIS = 26;
    static final int ARROW = 27;
    static final int EXCLAMATION = 28;
    static final int EQUAL = 29;
    static final int COLON_EQUAL = 30;
    static final int AT = 31;
    static final int PLUS = 32;
    static final int MINUS = 33;
    static final int STAR = 34;
    static final int SLASH = 35;
    static final int DOUBLE_SLASH = 36;
    static final int PERCENT = 37;
    static final int DOUBLE_STAR = 38;
    static final int VBAR = 39;
    static final int AMPER = 40;
    static final int CIRCUMFLEX = 41;
    static final int LEFT_SHIFT = 42;
    static final int RIGHT_SHIFT = 43;
    static final int TILDE = 44;
    static final int LESS = 45;
    static final int GREATER = 46;
    static final int EQ_EQUAL = 47;
    static final int NOT_EQUAL = 48;
    static final int LESS_EQUAL = 49;
    static final int GREATER_EQUAL = 50;
    static final int PLUS_EQUAL = 51;
    static final int MINUS_EQUAL = 52;
    static final int STAR_EQUAL = 53;
    static final int SLASH_EQUAL = 54;
    static final int DOUBLE_SLASH_EQUAL = 55;
    static final int PERCENT_EQUAL = 56;
    static final int DOUBLE_STAR_EQUAL = 57;
    static final int AT_EQUAL = 58;
    static final int VBAR_EQUAL = 59;
    static final int AMPER_EQUAL = 60;
    static final int CIRCUMFLEX_EQUAL = 61;
    static final int LEFT_SHIFT_EQUAL = 62;
    static final int RIGHT_SHIFT_EQUAL = 63;

    static final int FALSE = 64;
    static final int NONE = 65;
    static final int TRUE = 66;
    static final int AND = 67;
    static final int AS = 68;
    static final int ASSERT = 69;
    static final int ASYNC = 70;
    static final int AWAIT = 71;
    static final int BREAK = 72;
    static final int CLASS = 73;
    static final int CONTINUE = 74;
    static final int DEF = 75;
    static final int DEL = 76;
    static final int ELIF = 77;
    static final int ELSE = 78;
    static final int EXCEPT = 79;
    static final int FINALLY = 80;
    static final int FOR = 81;
    static final int FROM = 82;
    static final int GLOBAL = 83;
    static final int IF = 84;
    static final int IMPORT = 85;
    static final int IN = 86;
    static final int IS = 87;
    static final int LAMBDA = 88;
    static final int NONLOCAL = 89;
    static final int NOT = 90;
    static final int OR = 91;
    static final int PASS = 92;
    static final int RAISE = 93;
    static final int RETURN = 94;
    static final int TRY = 95;
    static final int WHILE = 96;
    static final int WITH = 97;
    static final int YIELD = 98;

    static final int COUNT = 99;

    /** The reserved words; soft keywords are names. */
    static final Map<String, Integer> KEYWORDS =
            Map.ofEntries(
                    Map.entry("False", FALSE),
                    Map.entry("None", NONE),
                    Map.entry("True", TRUE),
                    Map.entry("and", AND),
                    Map.entry("as", AS),
                    Map.entry("assert", ASSERT),
                    Map.entry("async", ASYNC),
                    Map.entry("await", AWAIT),
                    Map.entry("break", BREAK),
                    Map.entry("class", CLASS),
                    Map.entry("continue", CONTINUE),
                    Map.entry("def", DEF),
                    Map.entry("del", DEL),
                    Map.entry("elif", ELIF),
                    Map.entry("else", ELSE),
                    Map.entry("except", EXCEPT),
                    Map.entry("finally", FINALLY),
                    Map.entry("for", FOR),
                    Map.entry("from", FROM),
                    Map.entry("global", GLOBAL),
                    Map.entry("if", IF),
                    Map.entry("import", IMPORT),
                    Map.entry("in", IN),
                    Map.entry("is", IS),
                    Map.entry("lambda", LAMBDA),
                    Map.entry("nonlocal", NONLOCAL),
                    Map.entry("not", NOT),
                    Map.entry("or", OR),
                    Map.entry("pass", PASS),
                    Map.entry("raise", RAISE),
                    Map.entry("return", RETURN),
                    Map.entry("try", TRY),
                    Map.entry("while", WHILE),
                    Map.entry("with", WITH),
                    Map.entry("yield", YIELD));

    private TokenKind() {}

    /** The operator made of these characters (0 for none beyond the first), or -1. */
    static int operator(int c1, int c2, int c3) {
        return c3 != 0 ? three(c1, c2, c3) : c2 != 0 ? two(c1, c2) : one(c1);
    }

    private static int one(int c) {
        return switch (c) {
            case '(' -> LPAR;
            case ')' -> RPAR;
            case '[' -> LSQB;
            case ']' -> RSQB;
            case '{' -> LBRACE;
            case '}' -> RBRACE;
            case ':' -> COLON;
            case ',' -> COMMA;
            case ';' -> SEMI;
            case '.' -> DOT;
            case '!' -> EXCLAMATION;
            case '=' -> EQUAL;
            case '@' -> AT;
            case '+' -> PLUS;
            case '-' -> MINUS;
            case '*' -> STAR;
            case '/' -> SLASH;
            case '%' -> PERCENT;
            case '|' -> VBAR;
            case '&' -> AMPER;
            case '^' -> CIRCUMFLEX;
            case '~' -> TILDE;
            case '<' -> LESS;
            case '>' -> GREATER;
            default -> -1;
        };
    }

    private static int two(int c1, int c2) {
        if (c2 == '=') {
            return switch (c1) {
                case '=' -> EQ_EQUAL;
                case '!' -> NOT_EQUAL;
                case '<' -> LESS_EQUAL;
                case '>' -> GREATER_EQUAL;
                case ':' -> COLON_EQUAL;
                case '+' -> PLUS_EQUAL;
                case '-' -> MINUS_EQUAL;
                case '*' -> STAR_EQUAL;
                case '/' -> SLASH_EQUAL;
                case '%' -> PERCENT_EQUAL;
                case '@' -> AT_EQUAL;
                case '|' -> VBAR_EQUAL;
                case '&' -> AMPER_EQUAL;
                case '^' -> CIRCUMFLEX_EQUAL;
                default -> -1;
            };
        }
        return switch (c1) {
            case '*' -> c2 == '*' ? DOUBLE_STAR : -1;
            case '/' -> c2 == '/' ? DOUBLE_SLASH : -1;
            case '<' -> c2 == '<' ? LEFT_SHIFT : c2 == '>' ? NOT_EQUAL : -1;
            case '>' -> c2 == '>' ? RIGHT_SHIFT : -1;
            case '-' -> c2 == '>' ? ARROW : -1;
            default -> -1;
        };
    }

    private static int three(int c1, int c2, int c3) {
        if (c3 == '=' && c1 == c2) {
            return switch (c1) {
                case '*' -> DOUBLE_STAR_EQUAL;
                case '/' -> DOUBLE_SLASH_EQUAL;
                case '<' -> LEFT_SHIFT_EQUAL;
                case '>' -> RIGHT_SHIFT_EQUAL;
                default -> -1;
            };
        }
        return c1 == '.' && c2 == '.' && c3 == '.' ? ELLIPSIS : -1;
    }
}
