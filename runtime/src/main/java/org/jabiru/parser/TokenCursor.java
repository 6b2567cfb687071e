package org.jabiru.parser;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jabiru.ast.Positioned;
import org.jabiru.ast.Span;
import org.jabiru.parser.PythonSyntaxException.Kind;

/**
 * The parser's place in the tokens, which are read when first looked at: the last one read is where
 * a generic syntax error is reported.
 */
final class TokenCursor extends TokenBuffer {
    /** Nested operators and expressions before the parser gives up. */
    private static final int MAX_DEPTH = 4000;

    private static final int MAX_CHAIN = 50_000;

    final SourceText source;
    final ParserOptions options;
    final Tokenizer tokenizer;

    /** The index of the next token. */
    int pos;

    /** Whether this is the second pass: rules then backtrack as a PEG parser would. */
    boolean secondPass;

    /** Whether the rules that only find errors are tried; off in parts of the second pass. */
    boolean diagnosing;

    /** Whether the source has no parse, and the second pass looks for what to say. */
    private boolean explaining;

    /** {@code <>} instead of {@code !=}; a future import sets it. */
    boolean barryAsFlufl;

    private int depth;
    private Map<Long, Memo> memo;

    /**
     * The outcome of a rule at a token: its node and the token after it; no node for a mismatch.
     */
    private record Memo(Object node, int end) {}

    TokenCursor(SourceText source, ParserOptions options) {
        super(Math.max(32, source.length() / 3));
        this.source = source;
        this.options = options;
        this.barryAsFlufl = options.barryAsFlufl();
        this.tokenizer = new Tokenizer(source, options, this);
    }

    /** Goes back to the first token, now to explain what is wrong. */
    void startSecondPass() {
        pos = 0;
        depth = 0;
        secondPass = true;
        diagnosing = true;
        explaining = true;
        explaining = true;
        memo = new HashMap<>();
    }

    /** The kind of the next token. */
    int kind() {
        int i = pos;
        while (i >= count) {
            tokenizer.next();
        }
        return kinds[i];
    }

    /** The kind of the token {@code ahead} places after the next. */
    int kind(int ahead) {
        int i = pos + ahead;
        while (i >= count) {
            tokenizer.next();
        }
        return kinds[i];
    }

    boolean at(int kind) {
        return kind() == kind;
    }

    /** Whether the next token is the soft keyword {@code word}. */
    boolean atWord(String word) {
        return kind() == TokenKind.NAME && names[pos].equals(word);
    }

    boolean accept(int kind) {
        if (kind() == kind) {
            pos++;
            return true;
        }
        return false;
    }

    /** Passes a token of this kind; its index. */
    int expect(int kind) {
        if (kind() != kind) {
            throw Backtrack.FAIL;
        }
        return pos++;
    }

    /** {@code [TYPE_COMMENT]}: its text, or null. */
    String typeComment() {
        return options.typeComments() && at(TokenKind.TYPE_COMMENT) ? names[pos++] : null;
    }

    /** Passes an identifier. */
    String expectName() {
        // The array may be replaced while the token is read.
        int token = expect(TokenKind.NAME);
        return names[token];
    }

    /**
     * Passes a token that must come here whatever else the grammar allows, or reports it missing.
     */
    void require(int kind, String symbol) {
        if (kind() != kind) {
            throw errorAtToken(pos, "expected '" + symbol + "'");
        }
        pos++;
    }

    /** In the second pass goes back to {@code mark}; in the first, what failed has failed. */
    void retreat(int mark, Backtrack failure) {
        if (!secondPass) {
            throw failure;
        }
        pos = mark;
    }

    /** The rule's result, or null with the cursor back where it was. */
    <T> T attempt(Supplier<T> rule) {
        int mark = pos;
        try {
            return rule.get();
        } catch (Backtrack failure) {
            pos = mark;
            return null;
        }
    }

    /** Whether strings are read again that were warned of, if they deserve it. */
    boolean rereads() {
        return secondPass && (diagnosing || !explaining);
    }

    /** Whether the rule matches here; moves nothing. */
    boolean matches(Supplier<?> rule) {
        int mark = pos;
        boolean found = attempt(rule) != null;
        pos = mark;
        return found;
    }

    /** Like {@link #attempt} with the error rules off. */
    <T> T attemptQuietly(Supplier<T> rule) {
        boolean before = diagnosing;
        diagnosing = false;
        try {
            return attempt(rule);
        } finally {
            diagnosing = before;
        }
    }

    /** Runs {@code rule} as the second pass would, though with the error rules off. */
    void carefully(Runnable rule) {
        boolean before = secondPass;
        boolean diagnosingBefore = diagnosing;
        secondPass = true;
        diagnosing = false;
        if (!before) {
            memo = new HashMap<>();
        }
        try {
            rule.run();
        } finally {
            secondPass = before;
            diagnosing = diagnosingBefore;
        }
    }

    /** Second pass only: the rule's result here, computed once. */
    @SuppressWarnings("unchecked")
    <T> T memoized(int ruleId, Supplier<T> rule) {
        long key = ((long) ruleId << 32) | pos;
        Memo known = memo.get(key);
        if (known == null) {
            T node = attempt(rule);
            known = new Memo(node, pos);
            memo.put(key, known);
        }
        if (known.node() == null) {
            throw Backtrack.FAIL;
        }
        pos = known.end();
        return (T) known.node();
    }

    /** Enters a construct that nests without limit. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw tooDeep();
        }
    }

    void leave() {
        depth--;
    }

    /** Refuses a chain of operators (as {@code a.b.c}) whose tree nobody could walk. */
    void checkChain(int length) {
        if (length > MAX_CHAIN) {
            throw withoutPlace(
                    Kind.RECURSION, "maximum recursion depth exceeded during compilation");
        }
    }

    /** The error of source nested too deeply. */
    PythonSyntaxException tooDeep() {
        return withoutPlace(
                Kind.MEMORY, "Parser stack overflowed - Python source too complex to parse");
    }

    private PythonSyntaxException withoutPlace(Kind kind, String message) {
        return new PythonSyntaxException(kind, message, source.filename(), -1, -1, -1, -1, null);
    }

    // --- places

    /** From token {@code start} to the last token passed that is not about layout. */
    Span spanFrom(int start) {
        int end = pos - 1;
        while (end > start && isLayout(kinds[end])) {
            end--;
        }
        return new Span(lines[start], columns[start], endLines[end], endColumns[end]);
    }

    private static boolean isLayout(int kind) {
        return kind >= TokenKind.NEWLINE && kind <= TokenKind.DEDENT || kind == TokenKind.ENDMARKER;
    }

    Span tokenSpan(int token) {
        return new Span(lines[token], columns[token], endLines[token], endColumns[token]);
    }

    // --- errors

    /** An error over {@code span}. */
    PythonSyntaxException errorAt(Span span, String message) {
        return error(Kind.SYNTAX, message, span);
    }

    PythonSyntaxException errorAt(Positioned node, String message) {
        return errorAt(node.span(), message);
    }

    PythonSyntaxException errorAtToken(int token, String message) {
        return errorAt(tokenSpan(token), message);
    }

    /** An error from the start of {@code span} to where the tokenizer is. */
    PythonSyntaxException errorFrom(Span span, String message) {
        int end = tokenizer.pos - tokenizer.lineStart;
        return build(
                Kind.SYNTAX, message, span.line(), span.column() + 1, tokenizer.line, end, true);
    }

    /** An error at the last token read. */
    PythonSyntaxException errorAtLast(Kind kind, String message) {
        int last = count - 1;
        if (last < 0 || columns[last] < 0 || tokenizer.failed) {
            int column = tokenizer.pos - tokenizer.lineStart;
            int line = last < 0 || tokenizer.failed ? tokenizer.line : lines[last];
            return build(kind, message, line, column, line, -1, false);
        }
        return error(kind, message, tokenSpan(last));
    }

    PythonSyntaxException error(Kind kind, String message, Span span) {
        return build(
                kind,
                message,
                span.line(),
                span.column() + 1,
                span.endLine(),
                span.endColumn() + 1,
                true);
    }

    /** An error with columns in bytes from 1, made into characters of the line it begins on. */
    PythonSyntaxException build(
            Kind kind,
            String message,
            int line,
            int column,
            int endLine,
            int endColumn,
            boolean endKnown) {
        int start = source.lineStart(line);
        String text = source.errorText(line, tokenizer.line, tokenizer.newlineCounts);
        int lineLength = text.getBytes(StandardCharsets.UTF_8).length;
        int from = source.characters(start, Math.min(column, lineLength + 1));
        int to =
                endKnown && endColumn > 0
                        ? source.characters(start, Math.min(endColumn, lineLength + 1))
                        : endColumn;
        return new PythonSyntaxException(
                kind, message, source.filename(), line, from, endLine, to, text);
    }
}
