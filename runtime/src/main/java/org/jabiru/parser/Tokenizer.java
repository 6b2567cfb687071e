package org.jabiru.parser;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jabiru.ast.TypeIgnore;
import org.jabiru.parser.PythonSyntaxException.Kind;

/**
 * Splits source into tokens, one at a time and only when asked, since a syntax error may come
 * before the first bad token (the language reference, "Lexical analysis").
 */
final class Tokenizer extends StringScanner {
    private static final int TAB_SIZE = 8;
    private static final int MAX_INDENTS = 100;
    private static final int MAX_BRACKETS = 200;
    private static final String[] CLASHING_PREFIXES = {"ub", "ur", "uf", "ut", "bf", "bt", "ft"};

    /** Kinds of token that the parser never sees; see {@link #extraTokens}. */
    static final int COMMENT = TokenKind.COUNT;

    static final int NL = TokenKind.COUNT + 1;

    private final IdentifierTable identifiers = IdentifierTable.create();

    /** Whether the line had nothing before the comment that was just read. */
    private boolean blankBeforeComment;

    private boolean atLineStart = true;
    private int pendingDedents;
    private final int[] indents = new int[MAX_INDENTS];
    private final int[] altIndents = new int[MAX_INDENTS];
    private int indent;

    /** Whether the end of the source ends its line where the newline does not count. */
    boolean endsLine;

    private boolean lastLineEnded;

    /** Whether the lines are typed: an empty one ends a block. */
    boolean typed;

    /** Whether more lines may come where the source ends: {@link MoreLines} then. */
    boolean goesOn;

    /** The {@code # type: ignore} comments, where they are wanted. */
    final List<TypeIgnore> typeIgnores = new ArrayList<>(0);

    /** Whether it threw an error: there are no tokens after that. */
    boolean failed;

    private int level;
    private final byte[] brackets = new byte[MAX_BRACKETS];
    private final int[] bracketLines = new int[MAX_BRACKETS];
    private final int[] bracketPositions = new int[MAX_BRACKETS];
    private final int[] bracketLineStarts = new int[MAX_BRACKETS];

    Tokenizer(SourceText source, ParserOptions options, TokenBuffer tokens) {
        super(source, options, tokens);
        line = length == 0 ? 0 : 1;
    }

    /** Appends the next token, an end marker for ever after the last. */
    void next() {
        int i = tokens.count;
        try {
            if (mode == null || mode.inExpression || !fstringPiece()) {
                normal();
            }
        } catch (PythonSyntaxException e) {
            failed = true;
            throw e;
        }
        tokens.levels[i] = (short) level;
    }

    /**
     * Whether the end of the source was looked at, for what comes after the last token or in it.
     */
    boolean sawEnd() {
        if (failed) {
            return reachedEnd;
        }
        boolean atEnd = pos >= length || atMissingNewline();
        if (tokens.count == 0) {
            return atEnd;
        }
        int last = tokens.count - 1;
        return atEnd
                && switch (tokens.kinds[last]) {
                    case TokenKind.STRING, TokenKind.FSTRING_END, TokenKind.TSTRING_END -> false;
                    case TokenKind.NEWLINE -> tokens.columns[last] < 0;
                    default -> true;
                };
    }

    /** Whether brackets are open. */
    int level() {
        return level;
    }

    /** The line of the innermost open bracket. */
    int openBracketLine() {
        return bracketLines[level - 1];
    }

    /** The error of a bracket that the source ends inside of. */
    PythonSyntaxException neverClosed() {
        int i = level - 1;
        int start = bracketLineStarts[i];
        return new PythonSyntaxException(
                Kind.SYNTAX,
                "'" + (char) brackets[i] + "' was never closed",
                source.filename(),
                bracketLines[i],
                source.characters(start, bracketPositions[i] - start + 1),
                bracketLines[i],
                0,
                source.errorText(bracketLines[i], line, newlineCounts));
    }

    private void normal() {
        if (pendingDedents > 0) {
            pendingDedents--;
            emitPlaceless(TokenKind.DEDENT);
            return;
        }
        while (true) {
            boolean blank = blankBeforeComment;
            blankBeforeComment = false;
            if (atLineStart) {
                atLineStart = false;
                startLine();
                if (goesOn && level == 0 && pos >= length) {
                    throw MoreLines.NEEDED;
                }
                int before = indent;
                blank = indentation();
                if (indent != before) {
                    emitPlaceless(indent > before ? TokenKind.INDENT : TokenKind.DEDENT);
                    if (indent < before) {
                        pendingDedents = before - indent - 1;
                    }
                    return;
                }
            }
            startLine();
            if (!token(blank)) {
                continue;
            }
            return;
        }
    }

    /** Skips a line's indentation and adjusts the stack; true for a line without code. */
    private boolean indentation() {
        int column = 0;
        int alt = 0;
        int continued = 0;
        while (true) {
            int c = bytes[pos];
            if (c == ' ') {
                column++;
                alt++;
            } else if (c == '\t') {
                column = (column / TAB_SIZE + 1) * TAB_SIZE;
                alt++;
            } else if (c == '\f') {
                column = 0;
                alt = 0;
            } else if (c == '\\') {
                continued = continued != 0 ? continued : column;
                continuation();
                continue;
            } else {
                break;
            }
            pos++;
        }
        int c = bytes[pos];
        boolean blank = c == '#' || c == '\n' && !atMissingNewline();
        if (blank && typed && (line == 1 || column == 0 && c == '\n')) {
            blank = false;
            column = 0;
            alt = 0;
        }
        if (blank || level > 0) {
            return blank;
        }
        adjustIndent(continued != 0 ? continued : column, continued != 0 ? continued : alt);
        return false;
    }

    private void adjustIndent(int column, int alt) {
        if (column == indents[indent]) {
            if (alt != altIndents[indent]) {
                throw inconsistentTabs();
            }
        } else if (column > indents[indent]) {
            if (indent + 1 >= MAX_INDENTS) {
                throw weakError(Kind.INDENTATION, "too many levels of indentation", 1, 0);
            }
            if (alt <= altIndents[indent]) {
                throw inconsistentTabs();
            }
            indent++;
            indents[indent] = column;
            altIndents[indent] = alt;
        } else {
            while (indent > 0 && column < indents[indent]) {
                indent--;
            }
            if (column != indents[indent]) {
                pos = source.lineEnd(pos);
                if (!atMissingNewline()) {
                    pos = Math.min(length, pos + 1);
                }
                throw weakError(
                        Kind.INDENTATION,
                        "unindent does not match any outer indentation level",
                        source.characters(lineStart, pos - lineStart),
                        -1);
            }
            if (alt != altIndents[indent]) {
                throw inconsistentTabs();
            }
        }
    }

    private PythonSyntaxException inconsistentTabs() {
        return weakError(Kind.TAB, "inconsistent use of tabs and spaces in indentation", 1, 0);
    }

    /** Consumes a backslash and the newline after it. */
    private void continuation() {
        pos++;
        boolean missing = atMissingNewline();
        if (bytes[pos] != '\n' || missing) {
            pos += missing ? 0 : 1;
            throw weakError(
                    Kind.SYNTAX,
                    "unexpected character after line continuation character",
                    source.characters(bufferStart, pos - bufferStart),
                    0);
        }
        pos++;
        reachedEnd = pos >= length;
        if (reachedEnd && level > 0) {
            weakError = true;
            throw neverClosed();
        }
        if (reachedEnd) {
            throw weakError(
                    Kind.SYNTAX,
                    "unexpected EOF while parsing",
                    source.characters(lineStart, pos - lineStart),
                    -1);
        }
        newlineInside();
    }

    private void emit(int kind, int start) {
        tokens.append(kind, start, pos, line, start - lineStart, line, pos - lineStart);
    }

    /** A token that the grammar needs and the source does not show. */
    private void emitPlaceless(int kind) {
        tokens.append(kind, pos, pos, line, -1, line, -1);
    }

    /** Reads one token after indentation was seen to; false where there was only a blank line. */
    private boolean token(boolean blank) {
        byte[] b = bytes;
        int c = b[pos];
        while (true) {
            if (c == ' ' || c == '\t' || c == '\f') {
                c = b[++pos];
            } else if (c == '\\') {
                continuation();
                c = b[pos];
            } else {
                break;
            }
        }
        int start = pos;
        if (c == '#') {
            // A newline behind a comment begins where the comment does.
            do {
                pos++;
            } while (b[pos] != '\n');
            if (extraTokens) {
                blankBeforeComment = blank;
                emit(COMMENT, start);
                return true;
            }
            if (options.typeComments() && typeComment(start, blank)) {
                return true;
            }
            c = '\n';
        }
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c < 0) {
            name(start);
        } else if (c == '\n') {
            if (atMissingNewline()) {
                return endOfLastLine(blank);
            }
            pos++;
            lineEnded = true;
            atLineStart = true;
            if (blank || level > 0) {
                if (extraTokens) {
                    emit(NL, start);
                }
                return extraTokens;
            }
            emit(TokenKind.NEWLINE, start);
        } else if (isDigit(c) || c == '.' && isDigit(b[pos + 1])) {
            number();
            emit(TokenKind.NUMBER, start);
        } else if (c == '"' || c == '\'') {
            string(start);
        } else if (pos >= length) {
            endOfSource();
        } else {
            operator(c, start);
        }
        return true;
    }

    /** Emits what a comment says about a type; notes, and passes over, one to ignore errors. */
    private boolean typeComment(int start, boolean blank) {
        int at = TypeComment.textStart(bytes, start, pos);
        if (at < 0) {
            return false;
        }
        int ignored = TypeComment.ignoreEnd(bytes, at, pos);
        if (ignored >= 0) {
            // As CPython has it, a line that has nothing else gives its newline too.
            int end = blank ? pos + 1 : pos;
            typeIgnores.add(new TypeIgnore(line, source.text(ignored, end)));
            return false;
        }
        emit(TokenKind.TYPE_COMMENT, at);
        tokens.names[tokens.count - 1] = source.text(at, pos);
        return true;
    }

    private boolean endOfLastLine(boolean blank) {
        if (endsLine && !lastLineEnded && !blank && level == 0) {
            lastLineEnded = true;
            emitPlaceless(TokenKind.NEWLINE);
        } else if (indent > 0 && level == 0 && !options.dontImplyDedent()) {
            pendingDedents = indent - 1;
            indent = 0;
            emitPlaceless(TokenKind.DEDENT);
        } else {
            endOfSource();
        }
        return true;
    }

    private void endOfSource() {
        if (level > 0) {
            weakError = true;
            reachedEnd = true;
            throw neverClosed();
        }
        if (typed && !lastLineEnded) {
            lastLineEnded = true;
            emitPlaceless(TokenKind.NEWLINE);
        } else {
            emitPlaceless(TokenKind.ENDMARKER);
        }
    }

    private void name(int start) {
        byte[] b = bytes;
        int p = start;
        int hash = 0;
        boolean ascii = true;
        int c = b[p];
        do {
            hash = hash * 31 + c;
            ascii &= c > 0;
            c = b[++p];
        } while (isNamePart(c));
        if ((c == '"' || c == '\'') && p - start <= 5 && prefixedString(start, p)) {
            return;
        }
        pos = p;
        String name;
        int kind;
        if (ascii) {
            int entry = identifiers.find(b, start, p, hash);
            name = identifiers.name(entry);
            kind = identifiers.kind(entry);
        } else {
            name = unicodeName(start, p);
            kind = TokenKind.NAME;
        }
        int i = tokens.count;
        emit(kind, start);
        tokens.names[i] = name;
    }

    /** Reads the string behind what might be a prefix; false when it is a name after all. */
    private boolean prefixedString(int start, int quote) {
        String letters = source.text(start, quote).toLowerCase(Locale.ROOT);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if ("burft".indexOf(c) < 0 || letters.indexOf(c) != i) {
                return false;
            }
        }
        for (String pair : CLASHING_PREFIXES) {
            if (letters.indexOf(pair.charAt(0)) >= 0 && letters.indexOf(pair.charAt(1)) >= 0) {
                throw errorRange(
                        String.format(
                                "'%c' and '%c' prefixes are incompatible",
                                pair.charAt(0), pair.charAt(1)),
                        line,
                        lineStart,
                        source.characters(lineStart, start - lineStart) + 1,
                        source.characters(lineStart, quote - lineStart) + 1);
            }
        }
        pos = quote;
        boolean template = letters.indexOf('t') >= 0;
        if (template || letters.indexOf('f') >= 0) {
            openFString(start, letters.indexOf('r') >= 0, template);
        } else {
            string(start);
        }
        return true;
    }

    private String unicodeName(int start, int end) {
        String text = source.text(start, end);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean ok =
                    i == 0
                            ? UnicodeIdentifiers.isStart(point)
                            : UnicodeIdentifiers.isContinue(point);
            i += Character.charCount(point);
            if (!ok) {
                pos = start + text.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
                throw invalidCharacter(point);
            }
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (normal.equals("True") || normal.equals("False") || normal.equals("None")) {
            throw PythonSyntaxException.badIdentifier(normal, source.filename());
        }
        return normal;
    }

    private PythonSyntaxException invalidCharacter(int point) {
        if (UnicodeIdentifiers.isPrintable(point)) {
            return error(
                    String.format(
                            "invalid character '%s' (U+%04X)", Character.toString(point), point));
        }
        return error(String.format("invalid non-printable character U+%04X", point));
    }

    private void operator(int c, int start) {
        FStringMode m = mode;
        if (m != null && c == ':' && m.bracketDepth - 1 == m.fieldDepth) {
            m.inExpression = false;
            m.inFormatSpec = true;
            pos++;
            emit(TokenKind.COLON, start);
            return;
        }
        int c2 = bytes[start + 1];
        int kind = -1;
        if (c2 == '=' || c2 == '*' || c2 == '/' || c2 == '<' || c2 == '>' || c2 == '.') {
            int c3 = bytes[start + 2 < bytes.length ? start + 2 : start + 1];
            kind = c3 == '=' || c3 == '.' ? TokenKind.operator(c, c2, c3) : -1;
            if (kind >= 0) {
                pos = start + 3;
            } else {
                kind = TokenKind.operator(c, c2, 0);
                pos = start + 2;
            }
        }
        if (kind < 0) {
            pos = start + 1;
            if (c < ' ' || c == 127) {
                throw error(String.format("invalid non-printable character U+%04X", c));
            }
            switch (c) {
                case '(', '[', '{' -> open(c, start);
                case ')', ']', '}' -> close(c);
                default -> {}
            }
            kind = TokenKind.operator(c, 0, 0);
            if (kind < 0) {
                kind = TokenKind.OTHER;
            }
        }
        emit(kind, start);
    }

    private void open(int c, int start) {
        if (level >= MAX_BRACKETS) {
            throw error("too many nested parentheses");
        }
        brackets[level] = (byte) c;
        bracketLines[level] = line;
        bracketPositions[level] = start;
        bracketLineStarts[level] = lineStart;
        level++;
        if (mode != null) {
            mode.bracketDepth++;
        }
    }

    private void close(int c) {
        FStringMode m = mode;
        if (m != null && m.bracketDepth == 0 && c == '}') {
            throw error(m.name() + ": single '}' is not allowed");
        }
        if (level == 0 && extraTokens) {
            return;
        }
        if (level == 0) {
            throw error("unmatched '" + (char) c + "'");
        }
        level--;
        int opening = brackets[level];
        boolean matches =
                opening == '(' && c == ')'
                        || opening == '[' && c == ']'
                        || opening == '{' && c == '}';
        if (!matches) {
            if (m != null && opening == '{' && m.bracketDepth - 1 == m.fieldDepth) {
                throw error(m.name() + ": unmatched '" + (char) c + "'");
            }
            String message =
                    "closing parenthesis '"
                            + (char) c
                            + "' does not match opening parenthesis '"
                            + (char) opening
                            + "'";
            if (bracketLines[level] != line) {
                message += " on line " + bracketLines[level];
            }
            throw error(message);
        }
        if (m != null) {
            m.bracketDepth--;
            if (m.bracketDepth < 0) {
                throw error(m.name() + ": unmatched '" + (char) c + "'");
            }
            if (c == '}' && m.bracketDepth == m.fieldDepth) {
                m.fieldDepth--;
                m.inExpression = false;
                m.inFormatSpec = false;
            }
        }
    }
}
