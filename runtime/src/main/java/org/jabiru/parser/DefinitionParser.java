package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.TypeParam;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Functions, classes, type aliases, and the type parameters of all three (PEP 695, PEP 696). */
final class DefinitionParser {
    private final Grammar g;
    private final TokenCursor t;

    DefinitionParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** A function or class, perhaps decorated. */
    Stmt definition() {
        List<Expr> decorators = List.of();
        if (t.at(AT)) {
            decorators = new ArrayList<>(2);
            while (t.accept(AT)) {
                decorators.add(g.expressions.namedExpression());
                t.expect(NEWLINE);
            }
            decorators = List.copyOf(decorators);
        }
        return switch (t.kind()) {
            case CLASS -> classDefinition(decorators);
            case DEF -> function(decorators);
            case ASYNC -> {
                if (t.kind(1) != DEF) {
                    t.pos++;
                    throw Backtrack.FAIL;
                }
                yield function(decorators);
            }
            default -> throw Backtrack.FAIL;
        };
    }

    private Stmt function(List<Expr> decorators) {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.function();
            t.pos = start;
        }
        boolean async = t.accept(ASYNC);
        t.expect(DEF);
        String name = t.expectName();
        List<TypeParam> typeParams = optional(this::typeParams, List.of());
        t.require(LPAR, "(");
        Arguments arguments = functionParameters();
        t.expect(RPAR);
        Expr returns = t.at(ARROW) ? optional(this::returnAnnotation, null) : null;
        t.require(COLON, ":");
        String comment = functionTypeComment();
        List<Stmt> body = g.compounds.block();
        return async
                ? new Stmt.AsyncFunctionDef(
                        name,
                        arguments,
                        body,
                        decorators,
                        returns,
                        comment,
                        typeParams,
                        t.spanFrom(start))
                : new Stmt.FunctionDef(
                        name,
                        arguments,
                        body,
                        decorators,
                        returns,
                        comment,
                        typeParams,
                        t.spanFrom(start));
    }

    /** {@code [func_type_comment]}: behind the colon, or on a line of its own. */
    private String functionTypeComment() {
        if (!t.options.typeComments()) {
            return null;
        }
        if (t.at(NEWLINE)
                && t.kind(1) == TYPE_COMMENT
                && t.kind(2) == NEWLINE
                && t.kind(3) == INDENT) {
            t.pos += 2;
            return t.names[t.pos - 1];
        }
        if (t.diagnosing
                && t.at(TYPE_COMMENT)
                && t.kind(1) == NEWLINE
                && t.kind(2) == TYPE_COMMENT
                && t.kind(3) == NEWLINE
                && t.kind(4) == INDENT) {
            throw t.errorAtLast(Kind.SYNTAX, "Cannot have two type comments on def");
        }
        return t.typeComment();
    }

    /** In the second pass {@code absent} where {@code rule} does not match. */
    private <T> T optional(Supplier<T> rule, T absent) {
        int mark = t.pos;
        try {
            return rule.get();
        } catch (Backtrack failure) {
            t.retreat(mark, failure);
            return absent;
        }
    }

    private Expr returnAnnotation() {
        t.expect(ARROW);
        return g.expressions.expression();
    }

    /** {@code [params]}. */
    Arguments functionParameters() {
        int mark = t.pos;
        try {
            return g.parameters.parameters();
        } catch (Backtrack failure) {
            t.retreat(mark, failure);
            return Arguments.NONE;
        }
    }

    private Stmt classDefinition(List<Expr> decorators) {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.classDefinition();
            t.pos = start;
        }
        t.expect(CLASS);
        String name = t.expectName();
        List<TypeParam> typeParams = typeParams();
        ArgumentParser.Parsed bases =
                t.at(LPAR) ? g.arguments.inParentheses(false) : ArgumentParser.Parsed.NONE;
        t.expect(COLON);
        List<Stmt> body = g.compounds.block();
        return new Stmt.ClassDef(
                name,
                bases.args(),
                bases.keywords(),
                body,
                decorators,
                typeParams,
                t.spanFrom(start));
    }

    /** {@code "type" NAME [type_params] '=' expression}. */
    Stmt typeAlias() {
        int start = t.pos++;
        int token = t.expect(NAME);
        Expr name = new Expr.Name(t.names[token], ExprContext.STORE, t.tokenSpan(token));
        List<TypeParam> params = typeParams();
        t.expect(EQUAL);
        Expr value = g.expressions.expression();
        return new Stmt.TypeAlias(name, params, value, t.spanFrom(start));
    }

    /** {@code [type_params]}. */
    List<TypeParam> typeParams() {
        if (!t.at(LSQB)) {
            return List.of();
        }
        t.pos++;
        if (t.at(RSQB)) {
            if (t.diagnosing) {
                throw t.errorFrom(t.tokenSpan(t.pos), "Type parameter list cannot be empty");
            }
            throw Backtrack.FAIL;
        }
        List<TypeParam> params = new ArrayList<>(2);
        do {
            params.add(typeParam());
        } while (t.accept(COMMA) && !t.at(RSQB));
        t.expect(RSQB);
        return List.copyOf(params);
    }

    private TypeParam typeParam() {
        int start = t.pos;
        if (t.accept(STAR)) {
            String name = t.expectName();
            rejectBound("TypeVarTuple");
            Expr value = t.accept(EQUAL) ? g.expressions.starExpression() : null;
            return new TypeParam.TypeVarTuple(name, value, t.spanFrom(start));
        }
        if (t.accept(DOUBLE_STAR)) {
            String name = t.expectName();
            rejectBound("ParamSpec");
            Expr value = t.accept(EQUAL) ? g.expressions.expression() : null;
            return new TypeParam.ParamSpec(name, value, t.spanFrom(start));
        }
        String name = t.expectName();
        Expr bound = t.accept(COLON) ? g.expressions.expression() : null;
        Expr value = t.accept(EQUAL) ? g.expressions.expression() : null;
        return new TypeParam.TypeVar(name, bound, value, t.spanFrom(start));
    }

    private void rejectBound(String what) {
        if (!t.diagnosing || !t.at(COLON)) {
            return;
        }
        int colon = t.pos++;
        Expr bound = t.attempt(g.expressions::expression);
        if (bound != null) {
            String kind = bound instanceof Expr.Tuple ? "constraints" : "bound";
            throw t.errorFrom(t.tokenSpan(colon), "cannot use " + kind + " with " + what);
        }
        t.pos = colon;
    }
}
