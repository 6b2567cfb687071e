package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import org.jabiru.ast.Arg;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Mistakes in parameter lists, found as {@link ExpressionErrors} does. */
final class ParameterErrors {
    private final Grammar g;
    private final TokenCursor t;
    private final boolean lambda;
    private final int close;

    ParameterErrors(Grammar g, boolean lambda) {
        this.g = g;
        this.t = g.tokens;
        this.lambda = lambda;
        this.close = lambda ? COLON : RPAR;
    }

    /** Wrong orders and places of parameters and of {@code /}. */
    void parameters() {
        int start = t.pos;
        if (t.at(SLASH) && t.kind(1) == COMMA) {
            throw t.errorAtToken(start, "at least one argument must precede /");
        }
        if (skipSlash()) {
            skipParameters();
            if (t.at(SLASH)) {
                throw t.errorAtToken(t.pos, "/ may appear only once");
            }
        }
        t.pos = start;
        missingDefault();
        t.pos = start;
        parenthesized();
        t.pos = start;
        skipSlash();
        slashAfterStar();
        t.pos = start;
        slashAfterStar();
        t.pos = start;
        if (skipParameters() && t.accept(SLASH) && t.at(STAR)) {
            throw t.errorAtToken(t.pos, "expected comma between / and *");
        }
    }

    private Arg parameter() {
        return t.attempt(() -> g.parameters.parameter(lambda, false));
    }

    /** Passes the comma after a parameter; also true before the closing token. */
    private boolean separator() {
        return t.accept(COMMA) || t.at(close);
    }

    /** Passes one parameter without default and its comma. */
    private Arg withoutDefault() {
        int mark = t.pos;
        Arg arg = parameter();
        if (arg == null || !separator()) {
            t.pos = mark;
            return null;
        }
        return arg;
    }

    private boolean withDefault() {
        int mark = t.pos;
        if (parameter() != null
                && t.at(EQUAL)
                && t.attempt(() -> g.parameters.defaultValue(lambda)) != null
                && separator()) {
            return true;
        }
        t.pos = mark;
        return false;
    }

    /** Passes parameters with and without defaults; whether there was one. */
    private boolean skipParameters() {
        boolean any = false;
        while (withoutDefault() != null || withDefault()) {
            any = true;
        }
        return any;
    }

    /** Passes parameters and the slash behind them; if there is none, nothing. */
    private boolean skipSlash() {
        int mark = t.pos;
        if (skipParameters() && t.accept(SLASH) && separator()) {
            return true;
        }
        t.pos = mark;
        return false;
    }

    private void missingDefault() {
        while (withoutDefault() != null) {
            // Passed.
        }
        int mark = t.pos;
        if (t.accept(SLASH) && separator()) {
            while (withoutDefault() != null) {
                // Passed.
            }
        } else {
            t.pos = mark;
        }
        boolean any = false;
        while (withDefault()) {
            any = true;
        }
        if (!any) {
            return;
        }
        mark = t.pos;
        if (!t.accept(SLASH) || !separator()) {
            t.pos = mark;
        }
        Arg arg = withoutDefault();
        if (arg != null) {
            throw t.errorAt(arg, "parameter without a default follows parameter with a default");
        }
    }

    private void parenthesized() {
        while (withoutDefault() != null) {
            // Passed.
        }
        int open = t.pos;
        if (!t.accept(LPAR)) {
            return;
        }
        boolean any = false;
        while (t.at(NAME)) {
            any = true;
            if (lambda) {
                t.pos++;
            } else if (parameter() == null) {
                return;
            }
            if (!t.accept(COMMA)) {
                break;
            }
        }
        if (any && t.at(RPAR)) {
            throw t.errorAt(
                    t.tokenSpan(open).to(t.tokenSpan(t.pos)),
                    (lambda ? "Lambda expression" : "Function")
                            + " parameters cannot be parenthesized");
        }
    }

    private void slashAfterStar() {
        skipParameters();
        if (!t.accept(STAR) || !t.accept(COMMA) && withoutDefault() == null) {
            return;
        }
        skipParameters();
        if (t.at(SLASH)) {
            throw t.errorAtToken(t.pos, "/ must be ahead of *");
        }
    }

    /** Mistakes behind a star; the cursor is at it. */
    void star() {
        int star = t.pos++;
        if (t.at(close) || t.at(COMMA) && (t.kind(1) == close || t.kind(1) == DOUBLE_STAR)) {
            String message = "named arguments must follow bare *";
            throw lambda ? t.errorAtLast(Kind.SYNTAX, message) : t.errorAtToken(star, message);
        }
        if (!lambda && t.at(COMMA) && t.kind(1) == TYPE_COMMENT) {
            throw t.errorAtLast(Kind.SYNTAX, "bare * has associated type comment");
        }
        Arg arg = parameter();
        if (arg != null && t.at(EQUAL)) {
            throw t.errorAtToken(t.pos, "var-positional argument cannot have default value");
        }
        t.pos = star + 1;
        if (!t.accept(COMMA) && withoutDefault() == null) {
            return;
        }
        skipParameters();
        int second = t.pos;
        if (t.accept(STAR) && (t.accept(COMMA) || withoutDefault() != null)) {
            throw t.errorAtToken(second, "* argument may appear only once");
        }
    }

    /** Mistakes behind two stars; the cursor is at them. */
    void doubleStar() {
        t.pos++;
        if (parameter() == null) {
            return;
        }
        if (t.at(EQUAL)) {
            throw t.errorAtToken(t.pos, "var-keyword argument cannot have default value");
        }
        if (!t.accept(COMMA)) {
            return;
        }
        String message = "arguments cannot follow var-keyword argument";
        Arg arg = parameter();
        if (arg != null) {
            throw t.errorAt(arg, message);
        }
        int kind = t.kind();
        if (kind == STAR || kind == DOUBLE_STAR || kind == SLASH) {
            throw t.errorAtToken(t.pos, message);
        }
    }

    /** {@code =} without a value; the cursor is at it. */
    void defaultValue() {
        int kind = t.kind(1);
        if (kind == RPAR || kind == COMMA) {
            throw t.errorAtToken(t.pos, "expected default value expression");
        }
    }
}
