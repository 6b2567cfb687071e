package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Pattern;
import org.jabiru.parser.PythonSyntaxException.Kind;
import org.jabiru.parser.TargetParser.Wanted;

/** Mistakes in simple statements, items and patterns, found as {@link ExpressionErrors} does. */
final class StatementErrors {
    private final Grammar g;
    private final TokenCursor t;

    StatementErrors(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** Targets that cannot be annotated or assigned to. */
    void assignment() {
        int start = t.pos;
        annotation();
        t.pos = start;
        while (t.attempt(g.statements::targetAndEqual) != null) {
            // The last target is the wrong one.
        }
        int last = t.pos;
        Expr value = t.attempt(g.expressions::starExpressions);
        if (value != null && t.at(EQUAL)) {
            Expr bad = TargetParser.invalid(Wanted.STAR, value);
            if (bad != null) {
                g.targets.reject(Wanted.STAR, value);
            }
        }
        t.pos = last;
        if (t.at(YIELD)) {
            value = t.attempt(g.expressions::yieldExpression);
            if (value != null && t.at(EQUAL)) {
                throw t.errorAt(value, "assignment to yield expression not possible");
            }
        }
        t.pos = start;
        value = t.attempt(g.expressions::starExpressions);
        if (value != null && StatementParser.augmented(t.kind()) != null) {
            t.pos++;
            if (t.attempt(g.expressions::yieldOrStarExpressions) != null) {
                throw t.errorAt(
                        value,
                        "'"
                                + TargetParser.describe(value)
                                + "' is an illegal expression for augmented assignment");
            }
        }
    }

    private void annotation() {
        int start = t.pos;
        int kind = t.kind();
        if (kind == LPAR || kind == LSQB) {
            Expr display = t.attempt(g.primaries::atom);
            if ((display instanceof Expr.List || display instanceof Expr.Tuple)
                    && annotationFollows()) {
                throw notSingle(display, TargetParser.describe(display));
            }
            t.pos = start;
        }
        Expr first = t.attempt(g.expressions::starNamedExpression);
        if (first != null && t.accept(COMMA)) {
            // More elements, whether or not there are commas between them.
            while (t.attempt(g.expressions::starNamedExpression) != null) {
                t.accept(COMMA);
            }
            if (annotationFollows()) {
                throw notSingle(first, "tuple");
            }
        }
        t.pos = start;
        Expr value = t.attempt(g.expressions::expression);
        if (value != null && annotationFollows()) {
            throw t.errorAt(value, "illegal target for annotation");
        }
    }

    private boolean annotationFollows() {
        return t.accept(COLON) && t.attempt(g.expressions::expression) != null;
    }

    private PythonSyntaxException notSingle(Expr at, String what) {
        return t.errorAt(at, "only single target (not " + what + ") can be annotated");
    }

    void delete() {
        t.pos++;
        Expr value = t.attempt(g.expressions::starExpressions);
        if (value != null) {
            g.targets.reject(Wanted.DEL, value);
        }
    }

    /** {@code import a from b}, {@code import} and nothing. */
    void importNames() {
        int token = t.pos++;
        if (t.at(NEWLINE)) {
            throw t.errorFrom(t.tokenSpan(t.pos), "Expected one or more names after 'import'");
        }
        do {
            if (t.attempt(g.imports::dottedName) == null) {
                return;
            }
        } while (t.accept(COMMA));
        if (t.accept(FROM) && t.attempt(g.imports::dottedName) != null) {
            t.kind();
            throw t.errorFrom(
                    t.tokenSpan(token), "Did you mean to use 'from ... import ...' instead?");
        }
    }

    /** {@code as} and something other than a name; the cursor is at {@code as}. */
    void importTarget() {
        t.pos++;
        if (t.at(NAME)) {
            int kind = t.kind(1);
            if (kind == COMMA || kind == RPAR || kind == NEWLINE || kind == SEMI) {
                return;
            }
        }
        Expr value = t.attempt(g.expressions::expression);
        if (value != null) {
            throw t.errorAt(
                    value, "cannot use " + TargetParser.describe(value) + " as import target");
        }
    }

    void importFromTargets() {
        if (t.at(NEWLINE)) {
            throw t.errorFrom(t.tokenSpan(t.pos), "Expected one or more names after 'import'");
        }
        while (t.accept(NAME)) {
            if (t.accept(AS) && !t.accept(NAME)) {
                return;
            }
            if (!t.accept(COMMA)) {
                return;
            }
            if (t.at(NEWLINE)) {
                throw t.errorAtLast(
                        Kind.SYNTAX, "trailing comma not allowed without surrounding parentheses");
            }
        }
    }

    /** {@code with a as f()}. */
    void withItem() {
        if (t.attempt(g.expressions::expression) == null || !t.accept(AS)) {
            return;
        }
        Expr target = t.attempt(g.expressions::expression);
        if (target != null && (t.at(COMMA) || t.at(RPAR) || t.at(COLON))) {
            if (TargetParser.invalid(Wanted.STAR, target) != null) {
                g.targets.reject(Wanted.STAR, target);
            }
        }
    }

    /** A wrong target of a pattern; the cursor is at {@code as}. */
    void asPattern() {
        t.pos++;
        if (t.atWord("_")) {
            throw t.errorAtToken(t.pos, "cannot use '_' as a target");
        }
        if (t.at(NAME)) {
            int kind = t.kind(1);
            if (kind != DOT && kind != LPAR && kind != EQUAL) {
                return;
            }
        }
        Expr target = t.attempt(g.expressions::expression);
        if (target != null) {
            throw t.errorAt(
                    target, "cannot use " + TargetParser.describe(target) + " as pattern target");
        }
    }

    /** Positional patterns behind keywords; the cursor is at the bracket. */
    void classPattern() {
        t.pos++;
        boolean keyword = false;
        List<Pattern> late = new ArrayList<>();
        while (true) {
            if (t.at(NAME) && t.kind(1) == EQUAL) {
                if (!late.isEmpty()) {
                    break;
                }
                t.pos += 2;
                keyword = true;
                if (t.attempt(g.patterns::pattern) == null) {
                    return;
                }
            } else {
                Pattern p = t.attempt(g.patterns::pattern);
                if (p == null) {
                    break;
                }
                if (keyword) {
                    late.add(p);
                }
            }
            if (!t.accept(COMMA)) {
                break;
            }
        }
        if (!late.isEmpty()) {
            throw t.errorAt(
                    late.get(0).span().to(late.get(late.size() - 1).span()),
                    "positional patterns follow keyword patterns");
        }
    }
}
