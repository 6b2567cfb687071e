package org.jabiru.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of source text one by one, as the module {@code tokenize} shows them: with comments
 * and line breaks that mean nothing, if asked for.
 */
public final class TokenStream {
    /**
     * A token.
     *
     * @param type as in the module {@code token}
     * @param column in characters from 0, or -1 for a token without a place
     * @param source the lines it stands on
     */
    public record Lexeme(
            int type,
            String text,
            int line,
            int column,
            int endLine,
            int endColumn,
            String source) {}

    private static final int OP = 55;
    private static final int FSTRING_START = 59;
    private static final int COMMENT = 65;
    private static final int NL = 66;

    private static final Map<String, Integer> OPERATORS = operators();

    private final boolean extraTokens;
    private final List<String> lines = new ArrayList<>();
    private final TokenBuffer tokens = new TokenBuffer(64);
    private final Tokenizer tokenizer;
    private final SourceText text;
    private boolean ended;

    /**
     * Tokens of a text.
     *
     * @param extraTokens whether comments and all line breaks are tokens too, and operators have
     *     the one type OP
     * @throws PythonSyntaxException for a null character
     */
    public TokenStream(String source, String fileName, boolean extraTokens) {
        this.extraTokens = extraTokens;
        for (int from = 0; from < source.length(); ) {
            int newline = source.indexOf('\n', from);
            int end = newline < 0 ? source.length() : newline + 1;
            lines.add(source.substring(from, end));
            from = end;
        }
        this.text = SourceText.ofString(source, fileName);
        this.tokenizer = new Tokenizer(text, ParserOptions.DEFAULT, tokens);
        tokenizer.extraTokens = extraTokens;
    }

    private static Map<String, Integer> operators() {
        String[] all =
                ("( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &="
                                + " |= ^= <<= >>= **= // //= @ @= -> ... := !")
                        .split(" ");
        Map<String, Integer> out = new HashMap<>();
        for (int i = 0; i < all.length; i++) {
            out.put(all[i], i + 7);
        }
        out.put("<>", out.get("!="));
        return out;
    }

    /**
     * The next token; null after the end marker.
     *
     * @throws PythonSyntaxException where the source is wrong
     */
    public Lexeme next() {
        if (ended) {
            return null;
        }
        tokens.count = 0;
        try {
            tokenizer.next();
        } catch (PythonSyntaxException e) {
            ended = true;
            throw explained(e);
        }
        return lexeme(tokens.kinds[0]);
    }

    private PythonSyntaxException explained(PythonSyntaxException e) {
        if (!tokenizer.weakError) {
            return e;
        }
        if (tokenizer.reachedEnd) {
            int column =
                    tokenizer.level() > 0
                            ? 0
                            : text.characters(
                                    tokenizer.lineStart, tokenizer.pos - tokenizer.lineStart);
            return new PythonSyntaxException(
                    PythonSyntaxException.Kind.SYNTAX,
                    "unexpected EOF in multi-line statement",
                    e.filename(),
                    tokenizer.line,
                    column,
                    -1,
                    -1,
                    e.text());
        }
        String line = e.text() != null && e.text().endsWith("\n") ? chomp(e.text()) : e.text();
        int column =
                e.kind() == PythonSyntaxException.Kind.SYNTAX
                        ? e.column() + 1
                        : e.column() == 1 ? line.codePointCount(0, line.length()) + 1 : e.column();
        return new PythonSyntaxException(
                e.kind(), e.getMessage(), e.filename(), e.line(), column, -1, -1, line);
    }

    private static String chomp(String line) {
        return line.substring(0, line.length() - 1);
    }

    private Lexeme lexeme(int kind) {
        int line = tokens.lines[0];
        int endLine = tokens.endLines[0];
        ended = kind == TokenKind.ENDMARKER;
        if (kind == TokenKind.ENDMARKER || kind == TokenKind.INDENT || kind == TokenKind.DEDENT) {
            return placeless(kind, Math.max(line, 1));
        }
        int lineStart = text.lineStart(line);
        int column = text.characters(lineStart, tokens.columns[0]);
        int endStart = text.lineStart(endLine);
        // The second of two braces is behind the end of the text.
        int endColumn = text.characters(endStart, tokens.ends[0] - endStart);
        String shown = text.text(tokens.starts[0], tokens.ends[0]);
        boolean string = kind == TokenKind.STRING || isPiece(kind);
        String source = source(string ? line : endLine, endLine);
        if (kind == TokenKind.NEWLINE || kind == Tokenizer.NL) {
            return newline(kind, line, column, endLine, source);
        }
        return new Lexeme(type(kind, shown), shown, line, column, endLine, endColumn, source);
    }

    private static boolean isPiece(int kind) {
        return kind >= TokenKind.FSTRING_START && kind <= TokenKind.TSTRING_END;
    }

    private Lexeme newline(int kind, int line, int column, int endLine, String source) {
        int type = kind == Tokenizer.NL ? NL : TokenKind.NEWLINE;
        // A comment before it counts as part of the parser's token.
        int start = tokens.ends[0] - 1;
        int at = text.characters(text.lineStart(endLine), start - text.lineStart(endLine));
        if (!extraTokens) {
            String comment = text.text(tokens.starts[0], start);
            return new Lexeme(type, comment, line, column, endLine, at, source);
        }
        boolean crlf = source.endsWith("\r\n");
        String shown = crlf ? "\r\n" : source.endsWith("\n") ? "\n" : "";
        return new Lexeme(type, shown, line, at, endLine, at + (crlf ? 2 : 1), source);
    }

    private Lexeme placeless(int kind, int line) {
        boolean atEnd = tokenizer.pos >= text.length();
        if (!extraTokens) {
            return new Lexeme(kind, "", line, -1, line, -1, source(line, line));
        }
        if (atEnd) {
            return new Lexeme(kind, "", lines.size() + 1, 0, lines.size() + 1, 0, "");
        }
        int start = text.lineStart(line);
        int column = text.characters(start, tokenizer.pos - start);
        if (kind == TokenKind.INDENT) {
            String blanks = text.text(start, tokenizer.pos);
            return new Lexeme(kind, blanks, line, 0, line, column, source(line, line));
        }
        return new Lexeme(kind, "", line, column, line, column, source(line, line));
    }

    private String source(int first, int last) {
        if (lines.isEmpty()) {
            return "";
        }
        if (first == last) {
            return lines.get(Math.clamp(first, 1, lines.size()) - 1);
        }
        return String.join("", lines.subList(first - 1, Math.min(last, lines.size())));
    }

    private int type(int kind, String shown) {
        if (kind == Tokenizer.COMMENT) {
            return COMMENT;
        }
        if (kind <= TokenKind.DEDENT) {
            return kind;
        }
        if (isPiece(kind)) {
            return kind - TokenKind.FSTRING_START + FSTRING_START;
        }
        if (kind >= TokenKind.FALSE && kind < TokenKind.COUNT) {
            return TokenKind.NAME;
        }
        return extraTokens ? OP : OPERATORS.getOrDefault(shown, OP);
    }
}
