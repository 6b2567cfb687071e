package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.BytesValue;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Span;
import org.jabiru.ast.StrValue;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Adjacent strings, and f- and t-strings with their fields. */
final class StringParser {
    private static final int RULE_STRINGS = 30;

    private final Grammar g;
    private final TokenCursor t;
    private final StringLiteralParser literals;

    /** The error in the text of the f-string being read: it is reported at the string's end. */
    private PythonSyntaxException badText;

    StringParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
        this.literals = new StringLiteralParser(t);
    }

    /** {@code strings}: one or more that are joined. */
    Expr strings() {
        return t.secondPass ? t.memoized(RULE_STRINGS, this::joined) : joined();
    }

    private Expr joined() {
        int start = t.pos;
        Expr first = one();
        if (!atString(t.kind())) {
            return first instanceof Expr.Constant ? first : joined(List.of(first), start);
        }
        List<Expr> parts = new ArrayList<>();
        parts.add(first);
        boolean template = first instanceof Expr.TemplateStr;
        while (atString(t.kind()) && t.at(TSTRING_START) == template) {
            int mark = t.pos;
            try {
                parts.add(one());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        checkMixture(parts);
        if (t.diagnosing && atString(t.kind())) {
            templateMixture(start);
        }
        return joined(parts, start);
    }

    /** Reports t-strings beside others; the cursor is where the kind changes. */
    private void templateMixture(int start) {
        int mark = t.pos;
        boolean template = t.at(TSTRING_START);
        Expr other = t.attempt(this::one);
        if (other == null) {
            t.pos = mark;
            return;
        }
        while (other != null && atString(t.kind()) && t.at(TSTRING_START) == template) {
            other = t.attempt(this::one);
        }
        throw t.errorAt(
                t.spanFrom(start), "cannot mix t-string literals with string or bytes literals");
    }

    private static boolean atString(int kind) {
        return kind == STRING || kind == FSTRING_START || kind == TSTRING_START;
    }

    private Expr one() {
        if (!t.at(STRING)) {
            return interpolated();
        }
        int i = t.pos++;
        Object value = literals.value(i);
        int first = t.source.bytes()[t.starts[i]];
        return new Expr.Constant(value, first == 'u' ? "u" : null, t.tokenSpan(i));
    }

    private static boolean isBytes(Expr part) {
        return part instanceof Expr.Constant c && c.value() instanceof BytesValue;
    }

    private void checkMixture(List<Expr> parts) {
        boolean bytes = false;
        boolean text = false;
        for (Expr part : parts) {
            bytes |= isBytes(part);
            text |= !isBytes(part);
        }
        if (bytes && text) {
            throw t.errorAtLast(Kind.SYNTAX, "cannot mix bytes and nonbytes literals");
        }
    }

    private Expr joined(List<Expr> parts, int start) {
        Span span = t.spanFrom(start);
        if (isBytes(parts.get(0))) {
            return joinedBytes(parts, span);
        }
        List<Expr> flat = new ArrayList<>();
        boolean formatted = false;
        boolean template = false;
        for (Expr part : parts) {
            switch (part) {
                case Expr.JoinedStr f -> {
                    flat.addAll(f.values());
                    formatted = true;
                }
                case Expr.TemplateStr f -> {
                    flat.addAll(f.values());
                    template = true;
                }
                default -> flat.add(part);
            }
        }
        List<Expr> values = folded(flat);
        if (formatted) {
            return new Expr.JoinedStr(values, span);
        }
        if (template) {
            return new Expr.TemplateStr(values, span);
        }
        StrValue value =
                values.isEmpty()
                        ? StrValue.EMPTY
                        : (StrValue) ((Expr.Constant) values.get(0)).value();
        return new Expr.Constant(value, ((Expr.Constant) parts.get(0)).kind(), span);
    }

    private Expr joinedBytes(List<Expr> parts, Span span) {
        var out = new ByteArrayOutputStream();
        for (Expr part : parts) {
            out.writeBytes(((BytesValue) ((Expr.Constant) part).value()).toByteArray());
        }
        return new Expr.Constant(BytesValue.of(out.toByteArray()), null, span);
    }

    /** Neighbouring constants made one, empty ones dropped. */
    private static List<Expr> folded(List<Expr> values) {
        List<Expr> result = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof Expr.Constant first)) {
                result.add(values.get(i));
                continue;
            }
            Expr.Constant last = first;
            StringBuilder simple = null;
            StrValue text = (StrValue) first.value();
            while (i + 1 < values.size() && values.get(i + 1) instanceof Expr.Constant next) {
                StrValue more = (StrValue) next.value();
                if (simple == null && text.isExactString()) {
                    simple = new StringBuilder(text.toString());
                }
                if (simple != null && more.isExactString() && !splitsPair(simple, more)) {
                    simple.append(more);
                } else {
                    text = (simple == null ? text : StrValue.of(simple.toString())).concat(more);
                    simple = null;
                }
                last = next;
                i++;
            }
            if (simple != null) {
                text = StrValue.of(simple.toString());
            }
            if (!text.isEmpty()) {
                result.add(
                        first == last
                                ? first
                                : new Expr.Constant(
                                        text, first.kind(), first.span().to(last.span())));
            }
        }
        return List.copyOf(result);
    }

    private static boolean splitsPair(StringBuilder head, StrValue tail) {
        return !head.isEmpty()
                && !tail.isEmpty()
                && Character.isHighSurrogate(head.charAt(head.length() - 1))
                && Character.isLowSurrogate(tail.toString().charAt(0));
    }

    // --- f-strings and t-strings

    private Expr interpolated() {
        int start = t.pos++;
        boolean template = t.kinds[start] == TSTRING_START;
        boolean raw = false;
        byte[] b = t.source.bytes();
        for (int i = t.starts[start]; b[i] != '"' && b[i] != '\''; i++) {
            raw |= (b[i] | 0x20) == 'r';
        }
        List<Expr> values = new ArrayList<>();
        PythonSyntaxException outer = badText;
        badText = null;
        pieces(values, raw, template, template);
        t.expect(template ? TSTRING_END : FSTRING_END);
        if (badText != null) {
            throw t.errorAtLast(Kind.SYNTAX, badText.getMessage());
        }
        badText = outer;
        return template
                ? new Expr.TemplateStr(values, t.spanFrom(start))
                : new Expr.JoinedStr(values, t.spanFrom(start));
    }

    /**
     * Adds text and fields.
     *
     * @param template whether the tokens are a t-string's
     * @param interpolations whether its fields are, too: those in format specs are not
     */
    private void pieces(List<Expr> values, boolean raw, boolean template, boolean interpolations) {
        int text = template ? TSTRING_MIDDLE : FSTRING_MIDDLE;
        while (true) {
            int kind = t.kind();
            if (kind == text) {
                int i = t.pos++;
                values.add(new Expr.Constant(text(i, raw), null, t.tokenSpan(i)));
            } else if (kind == LBRACE) {
                field(values, raw, template, interpolations);
            } else {
                return;
            }
        }
    }

    /** {@code replacement_field}: adds it, and before it the text of {@code {expression=}}. */
    private void field(List<Expr> values, boolean raw, boolean template, boolean interpolations) {
        int start = t.pos;
        try {
            t.expect(LBRACE);
            Expr value = g.expressions.yieldOrStarExpressions();
            int next = peekIndex();
            int textEnd = t.starts[next];
            boolean debug = t.accept(EQUAL);
            if (debug) {
                int after = peekIndex();
                values.add(
                        new Expr.Constant(
                                StrValue.of(sourceText(t.ends[start], t.starts[after])),
                                null,
                                new Span(
                                        t.endLines[start],
                                        t.endColumns[start],
                                        t.lines[after],
                                        t.columns[after])));
            }
            int conversion = t.at(EXCLAMATION) ? conversion(template) : -1;
            Expr spec = t.at(COLON) ? formatSpec(raw, template) : null;
            t.expect(RBRACE);
            if (debug && conversion < 0 && spec == null) {
                conversion = 'r';
            }
            Span span = t.spanFrom(start);
            if (interpolations) {
                String str = sourceText(t.ends[start], textEnd).stripTrailing();
                values.add(new Expr.Interpolation(value, StrValue.of(str), conversion, spec, span));
            } else {
                values.add(new Expr.FormattedValue(value, conversion, spec, span));
            }
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.expressionErrors.replacementField(template);
            }
            throw failure;
        }
    }

    private StrValue text(int token, boolean raw) {
        try {
            return literals.str(t.starts[token], t.ends[token], raw, token);
        } catch (PythonSyntaxException e) {
            if (badText == null) {
                badText = e;
            }
            return StrValue.EMPTY;
        }
    }

    private int peekIndex() {
        t.kind();
        return t.pos;
    }

    private int conversion(boolean template) {
        int mark = t.pos++;
        if (!t.at(NAME)) {
            t.pos = mark;
            if (t.diagnosing) {
                g.expressionErrors.conversion(template);
            }
            throw Backtrack.FAIL;
        }
        int name = t.pos++;
        String what = template ? "t-string" : "f-string";
        if (t.starts[name] != t.ends[mark]) {
            throw t.errorAt(
                    t.tokenSpan(mark).to(t.tokenSpan(name)),
                    what + ": conversion type must come right after the exclamation mark");
        }
        String letter = t.names[name];
        if (!letter.equals("s") && !letter.equals("r") && !letter.equals("a")) {
            throw t.errorAtToken(
                    name,
                    what
                            + ": invalid conversion character '"
                            + letter
                            + "': expected 's', 'r', or 'a'");
        }
        return letter.charAt(0);
    }

    private Expr formatSpec(boolean raw, boolean template) {
        int start = t.pos++;
        List<Expr> values = new ArrayList<>();
        pieces(values, raw, template, false);
        return new Expr.JoinedStr(folded(values), t.spanFrom(start));
    }

    /** Passes a field's expression and what follows, for {@link ExpressionErrors}. */
    void formatPieces(boolean template) {
        pieces(new ArrayList<>(), true, template, false);
    }

    /** The source of an expression without its comments. */
    private String sourceText(int start, int end) {
        String text = t.source.text(start, end);
        if (text.indexOf('#') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        char quote = 0;
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && i + 1 < text.length()) {
                    out.append(c);
                    c = text.charAt(++i);
                } else if (c == quote && (size == 1 || text.startsWith(triple(c), i))) {
                    out.append(text, i, i + size - 1);
                    i += size - 1;
                    quote = 0;
                }
            } else if (c == '#') {
                while (i < text.length() && text.charAt(i) != '\n') {
                    i++;
                }
                i--;
                continue;
            } else if (c == '"' || c == '\'') {
                quote = c;
                size = text.startsWith(triple(c), i) ? 3 : 1;
                out.append(text, i, i + size - 1);
                i += size - 1;
            }
            out.append(c);
        }
        return out.toString();
    }

    private static String triple(char c) {
        return String.valueOf(c).repeat(3);
    }
}
