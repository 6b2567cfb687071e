package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Positioned;
import org.jabiru.ast.Span;
import org.jabiru.parser.PythonSyntaxException.Kind;

/**
 * Mistakes in expressions that have a message of their own. Each method looks for one group of them
 * at the cursor, throws the error it finds, or returns with the cursor anywhere.
 */
final class ExpressionErrors {
    private final Grammar g;
    private final TokenCursor t;

    ExpressionErrors(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    private PythonSyntaxException range(Positioned from, Positioned to, String message) {
        return t.errorAt(from.span().to(to.span()), message);
    }

    private PythonSyntaxException range(int fromToken, int toToken, String message) {
        return t.errorAt(t.tokenSpan(fromToken).to(t.tokenSpan(toToken)), message);
    }

    // --- expressions

    /** Two expressions in a row, conditionals without their end, statements used as expressions. */
    void expression() {
        int start = t.pos;
        boolean stringPrefix = t.at(NAME) && t.kind(1) == STRING;
        if (t.at(STRING)) {
            brokenString();
            t.pos = start;
        }
        if (!stringPrefix && !isSoftKeyword(start)) {
            missingComma();
            t.pos = start;
        }
        conditional();
        t.pos = start;
        statementBeforeIf();
        t.pos = start;
        lambdaInField();
        t.pos = start;
        legacyStatement();
    }

    private boolean isSoftKeyword(int token) {
        if (t.kinds[token] != NAME) {
            return false;
        }
        return switch (t.names[token]) {
            case "_", "case", "match", "type" -> true;
            default -> false;
        };
    }

    private static boolean isLegacy(Expr e) {
        return e instanceof Expr.Name n && (n.id().equals("print") || n.id().equals("exec"));
    }

    private void missingComma() {
        Expr first = t.attempt(g.expressions::disjunction);
        if (first == null) {
            return;
        }
        Expr second = t.attemptQuietly(g.expressions::conditional);
        if (second != null && !isLegacy(first) && t.levels[t.pos - 1] > 0) {
            throw range(first, second, "invalid syntax. Perhaps you forgot a comma?");
        }
    }

    /** A string with quotes of its own kind inside. */
    private void brokenString() {
        t.pos++;
        Expr first = null;
        Expr last = null;
        while (!t.at(STRING)) {
            Expr next = t.attemptQuietly(g.expressions::conditional);
            if (next == null) {
                return;
            }
            first = first == null ? next : first;
            last = next;
        }
        if (first != null) {
            throw range(first, last, "invalid syntax. Is this intended to be part of the string?");
        }
    }

    private void conditional() {
        Expr body = t.attempt(g.expressions::disjunction);
        if (body == null || !t.accept(IF)) {
            return;
        }
        Expr test = t.attempt(g.expressions::disjunction);
        if (test == null) {
            return;
        }
        if (!t.at(ELSE)) {
            if (!t.at(COLON)) {
                throw range(body, test, "expected 'else' after 'if' expression");
            }
            return;
        }
        t.pos++;
        if (!t.matches(g.expressions::expression)) {
            t.kind();
            throw t.errorAtToken(t.pos, "expected expression after 'else', but statement is given");
        }
    }

    private void statementBeforeIf() {
        int kind = t.kind();
        if (kind != PASS && kind != BREAK && kind != CONTINUE || t.kind(1) != IF) {
            return;
        }
        int token = t.pos;
        t.pos += 2;
        if (t.attempt(g.expressions::disjunction) != null && t.at(ELSE)) {
            throw t.errorAtToken(token, "expected expression before 'if', but statement is given");
        }
    }

    private void lambdaInField() {
        if (!t.at(LAMBDA)) {
            return;
        }
        int token = t.pos++;
        if (t.attempt(g.parameters::lambdaParameters) == null || !t.at(COLON)) {
            return;
        }
        int colon = t.pos++;
        int kind = t.kind();
        if (kind == FSTRING_MIDDLE || kind == TSTRING_MIDDLE) {
            throw range(
                    token,
                    colon,
                    what(kind == TSTRING_MIDDLE)
                            + ": lambda expressions are not allowed without parentheses");
        }
    }

    private void legacyStatement() {
        int start = t.pos;
        if (!t.at(NAME)) {
            return;
        }
        t.pos++;
        if (t.at(LPAR)) {
            return;
        }
        Expr value = t.attempt(g.expressions::starExpressions);
        String name = t.names[start];
        if (value != null && (name.equals("print") || name.equals("exec"))) {
            throw t.errorAt(
                    t.tokenSpan(start).to(value.span()),
                    "Missing parentheses in call to '"
                            + name
                            + "'. Did you mean "
                            + name
                            + "(...)?");
        }
    }

    /** {@code =} where {@code ==} or {@code :=} was meant, and {@code :=} behind no name. */
    void namedExpression() {
        int start = t.pos;
        Expr value = t.attempt(g.expressions::expression);
        if (value != null && t.accept(COLON_EQUAL) && t.matches(g.expressions::expression)) {
            throw t.errorAt(
                    value,
                    "cannot use assignment expressions with " + TargetParser.describe(value));
        }
        t.pos = start;
        if (t.at(NAME) && t.kind(1) == EQUAL) {
            t.pos += 2;
            Expr right = t.attempt(g.expressions::bitwiseOr);
            if (right != null && !t.at(EQUAL) && !t.at(COLON_EQUAL)) {
                throw t.errorAt(
                        t.tokenSpan(start).to(right.span()),
                        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
        }
        t.pos = start;
        if (isDisplayOrSingleton()) {
            return;
        }
        Expr left = t.attempt(g.expressions::bitwiseOr);
        if (left != null
                && t.accept(EQUAL)
                && t.attempt(g.expressions::bitwiseOr) != null
                && !t.at(EQUAL)
                && !t.at(COLON_EQUAL)) {
            throw t.errorAt(
                    left,
                    "cannot assign to "
                            + TargetParser.describe(left)
                            + " here. Maybe you meant '==' instead of '='?");
        }
    }

    private boolean isDisplayOrSingleton() {
        int start = t.pos;
        switch (t.kind()) {
            case TRUE, FALSE, NONE -> {
                return true;
            }
            case LPAR, LSQB -> {
                Expr e = t.attempt(g.primaries::atom);
                t.pos = start;
                return e instanceof Expr.List
                        || e instanceof Expr.Tuple
                        || e instanceof Expr.GeneratorExp
                                && e.span().column() == t.columns[start]
                                && e.span().line() == t.lines[start];
            }
            default -> {
                return false;
            }
        }
    }

    /** {@code not} as operand of an arithmetic operator; the cursor is at it. */
    void notAfterOperator() {
        int token = t.pos;
        Expr value = t.attempt(g.expressions::inversion);
        t.pos = token;
        if (value != null) {
            throw t.errorAt(
                    t.tokenSpan(token).to(value.span()),
                    "'not' after an operator must be parenthesized");
        }
    }

    // --- displays

    /** A star in plain parentheses. */
    void group() {
        t.pos++;
        int token = t.pos;
        if (t.at(STAR)) {
            Expr value = t.attempt(g.arguments::starredExpression);
            if (value != null && t.at(RPAR)) {
                throw t.errorAt(value, "cannot use starred expression here");
            }
        } else if (t.accept(DOUBLE_STAR)) {
            if (t.attempt(g.expressions::expression) != null && t.at(RPAR)) {
                throw t.errorAtToken(token, "cannot use double starred expression here");
            }
        }
    }

    /** Wrong elements of a comprehension; the cursor is at the opening bracket. */
    void comprehension() {
        int open = t.pos++;
        if (t.at(STAR)) {
            Expr value = t.attempt(g.arguments::starredExpression);
            if (value != null && atClauses()) {
                throw t.errorAt(value, "iterable unpacking cannot be used in comprehension");
            }
        }
        if (t.kinds[open] == LPAR) {
            return;
        }
        t.pos = open + 1;
        Expr first = t.attempt(g.expressions::starNamedExpression);
        if (first == null || !t.at(COMMA)) {
            return;
        }
        int comma = t.pos++;
        Expr last = null;
        Expr next = t.attempt(g.expressions::starNamedExpression);
        while (next != null) {
            last = next;
            next = t.accept(COMMA) ? t.attempt(g.expressions::starNamedExpression) : null;
        }
        String message = "did you forget parentheses around the comprehension target?";
        if (last != null && atClauses()) {
            throw range(first, last, message);
        }
        t.pos = comma + 1;
        if (atClauses()) {
            throw t.errorAt(first.span().to(t.tokenSpan(comma)), message);
        }
    }

    /** Passes the clauses of a comprehension, if there are any. */
    boolean atClauses() {
        return g.displays.atClause() && t.attempt(g.displays::clauses) != null;
    }

    /** Keys without values and stars in values; the cursor is at the brace. */
    void dictItems() {
        t.pos++;
        int start = t.pos;
        List<Expr> ignored = new ArrayList<>();
        boolean any = false;
        int mark = t.pos;
        while (t.attempt(
                        () -> {
                            g.displays.dictItem(ignored, ignored);
                            return true;
                        })
                != null) {
            any = true;
            mark = t.pos;
            if (!t.accept(COMMA)) {
                break;
            }
        }
        t.pos = mark;
        if (any && t.accept(COMMA)) {
            int item = t.pos;
            Expr key = t.attempt(g.expressions::expression);
            if (key != null && !t.at(COLON)) {
                Span s = key.span();
                throw t.build(
                        Kind.SYNTAX,
                        "':' expected after dictionary key",
                        s.line(),
                        s.endColumn(),
                        s.endLine(),
                        0,
                        false);
            }
            t.pos = item;
            dictValue();
        }
        t.pos = start;
        dictValue();
    }

    private void dictValue() {
        if (t.attempt(g.expressions::expression) == null || !t.at(COLON)) {
            return;
        }
        int colon = t.pos++;
        if (t.at(STAR)) {
            int star = t.pos++;
            if (t.attempt(g.expressions::bitwiseOr) != null) {
                throw t.errorFrom(
                        t.tokenSpan(star), "cannot use a starred expression in a dictionary value");
            }
        } else if (t.at(RBRACE) || t.at(COMMA)) {
            throw t.errorAtToken(colon, "expression expected after dictionary key and ':'");
        }
    }

    /** {@code {**a for …}}. */
    void dictComprehension() {
        t.pos++;
        int stars = t.pos;
        if (t.accept(DOUBLE_STAR)
                && t.attempt(g.expressions::bitwiseOr) != null
                && atClauses()
                && t.at(RBRACE)) {
            throw t.errorAtToken(stars, "dict unpacking cannot be used in dict comprehension");
        }
    }

    /** A comprehension's {@code for} without {@code in}, or with a wrong target. */
    void forClause() {
        int start = t.pos;
        t.accept(ASYNC);
        if (t.accept(FOR) && t.attempt(g.expressions::bitwiseOr) != null) {
            while (t.accept(COMMA)) {
                if (t.attempt(g.expressions::bitwiseOr) == null) {
                    break;
                }
            }
            if (!t.at(IN)) {
                throw t.errorAtLast(Kind.SYNTAX, "'in' expected after for-loop variables");
            }
        }
        t.pos = start;
        forTarget();
    }

    /** A loop over what cannot be assigned to. */
    void forTarget() {
        t.accept(ASYNC);
        if (t.accept(FOR)) {
            Expr target = t.attempt(g.expressions::starExpressions);
            if (target != null) {
                g.targets.reject(TargetParser.Wanted.FOR, target);
            }
        }
    }

    // --- fields of f-strings

    private static String what(boolean template) {
        return template ? "t-string" : "f-string";
    }

    private PythonSyntaxException atNext(boolean template, String message) {
        t.kind();
        return t.errorAtToken(t.pos, what(template) + ": " + message);
    }

    /** A field that is empty or goes on wrongly; the cursor is at its brace. */
    void replacementField(boolean template) {
        t.pos++;
        String symbol =
                switch (t.kind()) {
                    case EQUAL -> "=";
                    case EXCLAMATION -> "!";
                    case COLON -> ":";
                    case RBRACE -> "}";
                    default -> null;
                };
        if (symbol != null) {
            throw atNext(template, "valid expression required before '" + symbol + "'");
        }
        if (t.attempt(g.expressions::yieldOrStarExpressions) == null) {
            throw atNext(template, "expecting a valid expression after '{'");
        }
        if (!t.at(EQUAL) && !atFieldRest()) {
            throw atNext(template, "expecting '=', or '!', or ':', or '}'");
        }
        if (t.accept(EQUAL) && !atFieldRest()) {
            throw atNext(template, "expecting '!', or ':', or '}'");
        }
        if (t.at(EXCLAMATION)) {
            conversion(template);
            t.pos++;
        }
        if (!t.at(COLON) && !t.at(RBRACE)) {
            throw atNext(template, "expecting ':' or '}'");
        }
        if (t.accept(COLON)) {
            // CPython's rule knows no text of t-strings here, so the error is at its start.
            if (!template || t.at(LBRACE)) {
                t.attempt(() -> {
                    g.strings.formatPieces(template);
                    return true;
                });
            }
            if (!t.at(RBRACE)) {
                throw atNext(template, "expecting '}', or format specs");
            }
        }
        if (!t.at(RBRACE)) {
            throw atNext(template, "expecting '}'");
        }
    }

    private boolean atFieldRest() {
        return t.at(EXCLAMATION) || t.at(COLON) || t.at(RBRACE);
    }

    /** {@code !} without a letter; passes the exclamation mark. */
    void conversion(boolean template) {
        t.pos++;
        if (t.at(COLON) || t.at(RBRACE)) {
            throw atNext(template, "missing conversion character");
        }
        if (!t.at(NAME)) {
            throw atNext(template, "invalid conversion character");
        }
    }
}
