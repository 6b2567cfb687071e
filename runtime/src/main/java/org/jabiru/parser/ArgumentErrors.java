package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Positioned;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Mistakes in the arguments of calls, found as {@link ExpressionErrors} does. */
final class ArgumentErrors {
    private final Grammar g;
    private final TokenCursor t;

    ArgumentErrors(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    private PythonSyntaxException range(Positioned from, Positioned to, String message) {
        return t.errorAt(from.span().to(to.span()), message);
    }

    private PythonSyntaxException range(int fromToken, int toToken, String message) {
        return t.errorAt(t.tokenSpan(fromToken).to(t.tokenSpan(toToken)), message);
    }

    /** {@code *a = b} among arguments. */
    void starredExpression() {
        int star = t.pos;
        if (!t.accept(STAR) || t.attempt(g.expressions::expression) == null || !t.accept(EQUAL)) {
            return;
        }
        Expr value = t.attempt(g.expressions::expression);
        if (value != null) {
            throw t.errorAt(
                    t.tokenSpan(star).to(value.span()),
                    "cannot assign to iterable argument unpacking");
        }
    }

    /** Something other than a name before {@code =}. */
    void keywordArgument() {
        int start = t.pos;
        int kind = t.kind();
        if ((kind == TRUE || kind == FALSE || kind == NONE) && t.kind(1) == EQUAL) {
            throw range(start, start + 1, "cannot assign to " + t.names[start]);
        }
        if (kind == NAME && t.kind(1) == EQUAL) {
            generatorAsValue();
            return;
        }
        Expr left = t.attempt(g.expressions::expression);
        if (left != null && t.at(EQUAL)) {
            throw t.errorAt(
                    left.span().to(t.tokenSpan(t.pos)),
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
        t.pos = start;
        if (t.accept(DOUBLE_STAR)
                && t.attempt(g.expressions::expression) != null
                && t.accept(EQUAL)) {
            Expr value = t.attempt(g.expressions::expression);
            if (value != null) {
                throw t.errorAt(
                        t.tokenSpan(start).to(value.span()),
                        "cannot assign to keyword argument unpacking");
            }
        }
    }

    private void generatorAsValue() {
        int start = t.pos;
        if (!t.at(NAME) || t.kind(1) != EQUAL) {
            return;
        }
        t.pos += 2;
        if (t.attempt(g.expressions::expression) != null && g.expressionErrors.atClauses()) {
            throw range(
                    start,
                    start + 1,
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
    }

    /** Arguments in a wrong order, bare generators; the cursor is behind the bracket. */
    void arguments() {
        int start = t.pos;
        starAfterDoubleStar();
        t.pos = start;
        Expr element = t.attempt(g.expressions::expression);
        if (element != null) {
            List<Comprehension> clauses =
                    g.displays.atClause() ? t.attempt(g.displays::clauses) : null;
            if (clauses != null && t.accept(COMMA)) {
                t.attempt(g.arguments::args);
                throw bareGenerator(element, clauses);
            }
        }
        t.pos = start;
        generatorAsValue();
        t.pos = start;
        emptyValue();
        t.pos = start;
        ArgumentParser.Parsed parsed = t.attempt(g.arguments::args);
        if (parsed == null) {
            return;
        }
        if (g.displays.atClause()) {
            int mark = t.pos;
            List<Comprehension> clauses = t.attempt(g.displays::clauses);
            if (clauses != null && parsed.args().size() > 1) {
                throw bareGenerator(parsed.args().get(parsed.args().size() - 1), clauses);
            }
            t.pos = mark;
        }
        if (!t.accept(COMMA)) {
            return;
        }
        int mark = t.pos;
        element = t.attempt(g.expressions::expression);
        if (element != null && g.displays.atClause()) {
            List<Comprehension> clauses = t.attempt(g.displays::clauses);
            if (clauses != null) {
                throw bareGenerator(element, clauses);
            }
        }
        t.pos = mark;
        if (t.attempt(g.arguments::args) != null) {
            boolean unpacking = parsed.keywords().stream().anyMatch(k -> k.arg() == null);
            throw t.errorAtLast(
                    Kind.SYNTAX,
                    "positional argument follows keyword argument"
                            + (unpacking ? " unpacking" : ""));
        }
    }

    private void starAfterDoubleStar() {
        int start = t.pos;
        List<Expr> positionals = g.arguments.positionals();
        if (!positionals.isEmpty() && !t.accept(COMMA)) {
            t.pos = start;
        }
        if (t.attempt(() -> g.arguments.kwargs(new ArrayList<>(), new ArrayList<>())) == null) {
            return;
        }
        int comma = t.pos;
        if (t.accept(COMMA) && t.at(STAR) && t.attempt(g.arguments::starredExpression) != null) {
            t.kind();
            throw t.errorFrom(
                    t.tokenSpan(comma),
                    "iterable argument unpacking follows keyword argument unpacking");
        }
    }

    private void emptyValue() {
        int start = t.pos;
        if (t.attempt(g.arguments::args) == null || !t.accept(COMMA)) {
            t.pos = start;
        }
        nameWithoutValue();
        t.pos = start;
        nameWithoutValue();
    }

    private void nameWithoutValue() {
        if (t.at(NAME) && t.kind(1) == EQUAL && (t.kind(2) == COMMA || t.kind(2) == RPAR)) {
            throw range(t.pos, t.pos + 1, "expected argument value expression");
        }
    }

    private PythonSyntaxException bareGenerator(Expr element, List<Comprehension> clauses) {
        return range(
                element,
                TargetParser.lastOf(clauses),
                "Generator expression must be parenthesized");
    }
}
