package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.function.Supplier;
import org.jabiru.ast.Expr;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Missing colons and blocks of compound statements, found as {@link ExpressionErrors} does. */
final class BlockErrors {
    private final Grammar g;
    private final TokenCursor t;

    BlockErrors(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    private PythonSyntaxException expectedColon() {
        return t.errorAtLast(Kind.SYNTAX, "expected ':'");
    }

    /** Behind a colon: reports a missing block of what token {@code start} began. */
    private void blockAfterColon(int start, String what) {
        if (t.accept(COLON) && t.accept(NEWLINE) && !t.at(INDENT)) {
            throw t.errorAtLast(
                    Kind.INDENTATION,
                    "expected an indented block after " + what + " on line " + t.lines[start]);
        }
    }

    private void colonAndBlock(int start, String what) {
        if (t.at(NEWLINE)) {
            throw expectedColon();
        }
        blockAfterColon(start, what);
    }

    private boolean skip(Supplier<?> rule) {
        return t.attempt(rule) != null;
    }

    /** {@code if}, {@code elif}, {@code while}. */
    void conditional(String word) {
        int start = t.pos++;
        if (skip(g.expressions::namedExpression)) {
            colonAndBlock(start, "'" + word + "' statement");
        }
    }

    /** A word with only a colon: {@code else}, {@code finally}. */
    void clause(String word, String what) {
        int start = t.pos++;
        blockAfterColon(start, what);
    }

    void elifAfterElse() {
        throw t.errorAtLast(Kind.SYNTAX, "'elif' block follows an 'else' block");
    }

    void forStatement() {
        t.accept(ASYNC);
        int start = t.pos;
        if (t.accept(FOR)
                && skip(g.targets::starTargets)
                && t.accept(IN)
                && skip(g.expressions::starExpressions)) {
            colonAndBlock(start, "'for' statement");
        }
    }

    void function() {
        t.accept(ASYNC);
        int start = t.pos;
        if (t.accept(DEF)
                && t.accept(NAME)
                && skip(g.definitions::typeParams)
                && t.accept(LPAR)
                && skip(g.definitions::functionParameters)
                && t.accept(RPAR)
                && (!t.accept(ARROW) || skip(g.expressions::expression))) {
            blockAfterColon(start, "function definition");
        }
    }

    void classDefinition() {
        int start = t.pos++;
        if (t.accept(NAME)
                && skip(g.definitions::typeParams)
                && (!t.at(LPAR) || skip(() -> g.arguments.inParentheses(false)))) {
            colonAndBlock(start, "class definition");
        }
    }

    // --- with

    private boolean withItems(boolean parenthesized) {
        do {
            if (parenthesized && t.at(RPAR)) {
                break;
            }
            if (!skip(parenthesized ? g.expressions::expressions : g.expressions::expression)) {
                return false;
            }
            int mark = t.pos;
            if (t.accept(AS) && !skip(g.targets::starTarget)) {
                t.pos = mark;
            }
        } while (t.accept(COMMA));
        return true;
    }

    /** A missing block of {@code with}. */
    void withIndent() {
        with(false);
    }

    /** A missing colon of {@code with}. */
    void with() {
        with(true);
    }

    private void with(boolean colon) {
        t.accept(ASYNC);
        int start = t.pos++;
        if (withItems(false)) {
            withEnd(start, colon);
        }
        t.pos = start + 1;
        if (t.accept(LPAR) && withItems(true) && t.accept(RPAR)) {
            withEnd(start, colon);
        }
    }

    private void withEnd(int start, boolean colon) {
        if (!colon) {
            blockAfterColon(start, "'with' statement");
        } else if (t.at(NEWLINE)) {
            throw expectedColon();
        }
    }

    // --- try

    void tryStatement() {
        int start = t.pos;
        clause("try", "'try' statement");
        t.pos = start + 1;
        if (!t.accept(COLON) || !skip(g.compounds::block)) {
            return;
        }
        if (!t.at(EXCEPT) && !t.at(FINALLY)) {
            throw t.errorAtLast(Kind.SYNTAX, "expected 'except' or 'finally' block");
        }
        mixedHandlers();
    }

    private void mixedHandlers() {
        boolean star = t.at(EXCEPT) && t.kind(1) == STAR;
        boolean any = false;
        while (t.at(EXCEPT) && (t.kind(1) == STAR) == star) {
            if (!skip(() -> g.compounds.handler(star))) {
                return;
            }
            any = true;
        }
        if (!any || !t.at(EXCEPT)) {
            return;
        }
        int except = t.pos++;
        String message = "cannot have both 'except' and 'except*' on the same 'try'";
        boolean hasType = t.accept(STAR);
        if (hasType || !t.at(COLON)) {
            if (!skip(g.expressions::expression) || t.accept(AS) && !t.accept(NAME)) {
                return;
            }
        }
        if (t.at(COLON)) {
            throw t.errorAt(
                    hasType ? t.tokenSpan(except).to(t.tokenSpan(except + 1)) : t.tokenSpan(except),
                    message);
        }
    }

    /** A missing block of {@code except}. */
    void exceptIndent(boolean star) {
        int start = t.pos++;
        if (star) {
            t.accept(STAR);
        }
        if (star || !t.at(COLON)) {
            if (!skip(g.expressions::expression)) {
                return;
            }
            if (t.accept(AS) && !t.accept(NAME)) {
                return;
            }
        }
        blockAfterColon(start, star ? "'except*' statement" : "'except' statement");
    }

    /** Other mistakes of {@code except}. */
    void except(boolean star) {
        t.pos++;
        if (star) {
            t.pos++;
        }
        int from = t.pos;
        Expr type = t.attempt(g.expressions::expression);
        if (type != null
                && t.accept(COMMA)
                && skip(g.expressions::expressions)
                && t.accept(AS)
                && t.accept(NAME)
                && t.at(COLON)) {
            throw t.errorFrom(
                    type.span(), "multiple exception types must be parenthesized when using 'as'");
        }
        t.pos = from;
        if (skip(g.expressions::expression)) {
            int mark = t.pos;
            if (!t.accept(AS) || !t.accept(NAME)) {
                t.pos = mark;
            }
            if (t.at(NEWLINE)) {
                throw expectedColon();
            }
            t.pos = mark;
            if (t.accept(AS)) {
                Expr name = t.attempt(g.expressions::expression);
                if (name != null && t.accept(COLON) && skip(g.compounds::block)) {
                    throw t.errorAt(
                            name,
                            "cannot use except"
                                    + (star ? "*" : "")
                                    + " statement with "
                                    + TargetParser.describe(name));
                }
            }
            return;
        }
        t.pos = from;
        if (star && (t.at(NEWLINE) || t.at(COLON))) {
            throw t.errorAtLast(Kind.SYNTAX, "expected one or more exception types");
        }
        if (t.at(NEWLINE)) {
            throw expectedColon();
        }
    }

    // --- match

    void match() {
        int start = t.pos;
        t.pos = start + 1;
        if (skip(g.expressions::subject)) {
            colonAndBlock(start, "'match' statement");
        }
        t.pos = start;
    }

    void matchCase() {
        int start = t.pos++;
        if (skip(g.patterns::patterns) && (!t.accept(IF) || skip(g.expressions::namedExpression))) {
            colonAndBlock(start, "'case' statement");
        }
    }
}
