package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Operator;
import org.jabiru.ast.Stmt;

/** Statements that fit on a line (the language reference, "Simple statements"). */
final class StatementParser {
    private static final int RULE_SIMPLE = 40;

    private final Grammar g;
    private final TokenCursor t;

    StatementParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** Statements up to a dedent or the end, as many as match. */
    void statements(List<Stmt> out) {
        if (!t.secondPass) {
            while (!t.at(ENDMARKER) && !t.at(DEDENT)) {
                statement(out);
            }
            return;
        }
        while (t.attempt(() -> statement(out)) != null) {
            // Each adds itself.
        }
    }

    /** One compound statement or a line of simple ones; never null. */
    Boolean statement(List<Stmt> out) {
        Stmt compound = g.compounds.compound();
        if (compound != null) {
            out.add(compound);
        } else {
            simpleStatements(out);
        }
        return true;
    }

    /** {@code simple_stmts}: up to and with the newline. */
    void simpleStatements(List<Stmt> out) {
        int size = out.size();
        do {
            out.add(t.secondPass ? t.memoized(RULE_SIMPLE, this::carefully) : simple());
        } while (t.accept(SEMI) && !t.at(NEWLINE));
        if (!t.at(NEWLINE)) {
            out.subList(size, out.size()).clear();
            throw Backtrack.FAIL;
        }
        t.pos++;
    }

    /** {@code simple_stmt}. */
    Stmt simple() {
        int start = t.pos;
        switch (t.kind()) {
            case RETURN -> {
                t.pos++;
                Expr value = null;
                if (!t.at(NEWLINE) && !t.at(SEMI)) {
                    value =
                            t.secondPass
                                    ? t.attempt(g.expressions::starExpressions)
                                    : g.expressions.starExpressions();
                }
                return new Stmt.Return(value, t.spanFrom(start));
            }
            case IMPORT -> {
                return g.imports.importNames();
            }
            case FROM -> {
                return g.imports.importFrom();
            }
            case RAISE -> {
                return raise();
            }
            case PASS -> {
                t.pos++;
                return new Stmt.Pass(t.spanFrom(start));
            }
            case BREAK -> {
                t.pos++;
                return new Stmt.Break(t.spanFrom(start));
            }
            case CONTINUE -> {
                t.pos++;
                return new Stmt.Continue(t.spanFrom(start));
            }
            case DEL -> {
                return delete();
            }
            case YIELD -> {
                Expr value = g.expressions.yieldExpression();
                return new Stmt.ExprStmt(value, t.spanFrom(start));
            }
            case ASSERT -> {
                t.pos++;
                Expr test = g.expressions.expression();
                Expr message = t.accept(COMMA) ? g.expressions.expression() : null;
                return new Stmt.Assert(test, message, t.spanFrom(start));
            }
            case GLOBAL -> {
                return new Stmt.Global(names(), t.spanFrom(start));
            }
            case NONLOCAL -> {
                return new Stmt.Nonlocal(names(), t.spanFrom(start));
            }
            default -> {
                if (t.atWord("type") && t.kind(1) == NAME) {
                    return g.definitions.typeAlias();
                }
                return expressionStatement();
            }
        }
    }

    private List<String> names() {
        t.pos++;
        List<String> names = new ArrayList<>(2);
        do {
            names.add(t.expectName());
        } while (t.accept(COMMA));
        return List.copyOf(names);
    }

    private Stmt raise() {
        int start = t.pos++;
        Expr exception = null;
        Expr cause = null;
        if (!t.at(NEWLINE) && !t.at(SEMI)) {
            exception = g.expressions.expression();
            if (t.accept(FROM)) {
                cause = g.expressions.expression();
            }
        }
        return new Stmt.Raise(exception, cause, t.spanFrom(start));
    }

    private Stmt delete() {
        int start = t.pos;
        try {
            t.expect(DEL);
            List<Expr> targets = new ArrayList<>(2);
            do {
                targets.add(g.targets.delTarget());
            } while (t.accept(COMMA) && !t.at(NEWLINE) && !t.at(SEMI));
            if (!t.at(NEWLINE) && !t.at(SEMI)) {
                throw Backtrack.FAIL;
            }
            return new Stmt.Delete(List.copyOf(targets), t.spanFrom(start));
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.statementErrors.delete();
            }
            throw failure;
        }
    }

    /** Whether {@code kind} is {@code +=} or its like. */
    static Operator augmented(int kind) {
        return switch (kind) {
            case PLUS_EQUAL -> Operator.ADD;
            case MINUS_EQUAL -> Operator.SUB;
            case STAR_EQUAL -> Operator.MULT;
            case SLASH_EQUAL -> Operator.DIV;
            case DOUBLE_SLASH_EQUAL -> Operator.FLOOR_DIV;
            case PERCENT_EQUAL -> Operator.MOD;
            case DOUBLE_STAR_EQUAL -> Operator.POW;
            case AT_EQUAL -> Operator.MAT_MULT;
            case VBAR_EQUAL -> Operator.BIT_OR;
            case AMPER_EQUAL -> Operator.BIT_AND;
            case CIRCUMFLEX_EQUAL -> Operator.BIT_XOR;
            case LEFT_SHIFT_EQUAL -> Operator.L_SHIFT;
            case RIGHT_SHIFT_EQUAL -> Operator.R_SHIFT;
            default -> null;
        };
    }

    /** An expression, an assignment, an annotation or an augmented assignment. */
    private Stmt expressionStatement() {
        int start = t.pos;
        Expr first = g.expressions.starExpressions();
        int kind = t.kind();
        if (kind == NEWLINE) {
            return new Stmt.ExprStmt(first, t.spanFrom(start));
        }
        if (kind == EQUAL) {
            return assign(start, first);
        }
        if (kind == COLON) {
            return annotated(start, first);
        }
        Operator op = augmented(kind);
        if (op != null) {
            Expr target = g.targets.single(first);
            t.pos++;
            Expr value = g.expressions.yieldOrStarExpressions();
            return new Stmt.AugAssign(target, op, value, t.spanFrom(start));
        }
        return new Stmt.ExprStmt(first, t.spanFrom(start));
    }

    private Stmt assign(int start, Expr first) {
        List<Expr> targets = new ArrayList<>(1);
        Expr value = first;
        while (t.accept(EQUAL)) {
            targets.add(g.targets.as(ExprContext.STORE, value));
            value = g.expressions.yieldOrStarExpressions();
        }
        String comment = t.typeComment();
        return new Stmt.Assign(List.copyOf(targets), value, comment, t.spanFrom(start));
    }

    private Stmt annotated(int start, Expr first) {
        boolean simple = first instanceof Expr.Name && t.kinds[start] == NAME;
        Expr target = g.targets.single(first);
        t.expect(COLON);
        Expr annotation = g.expressions.expression();
        Expr value = null;
        if (t.at(EQUAL)) {
            int mark = t.pos++;
            try {
                value = g.expressions.yieldOrStarExpressions();
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
            }
        }
        return new Stmt.AnnAssign(target, annotation, value, simple, t.spanFrom(start));
    }

    // --- second pass: the grammar's order of alternatives

    private Stmt carefully() {
        int start = t.pos;
        Stmt assignment = t.attempt(this::annotation);
        if (assignment == null) {
            assignment = t.attempt(this::assignment);
        }
        if (assignment == null) {
            assignment = t.attempt(this::augmentation);
        }
        if (assignment != null) {
            return assignment;
        }
        if (t.diagnosing) {
            g.statementErrors.assignment();
            t.pos = start;
        }
        if (t.atWord("type")) {
            Stmt alias = t.attempt(g.definitions::typeAlias);
            if (alias != null) {
                return alias;
            }
        }
        Expr value = t.attempt(g.expressions::starExpressions);
        if (value != null) {
            return new Stmt.ExprStmt(value, t.spanFrom(start));
        }
        if (t.at(NAME)) {
            throw Backtrack.FAIL;
        }
        return simple();
    }

    private Stmt annotation() {
        int start = t.pos;
        Expr target;
        if (t.at(NAME) && t.kind(1) == COLON) {
            target = g.primaries.primary();
        } else {
            target = g.primaries.primary();
            g.targets.single(target);
            if (!t.at(COLON)) {
                throw Backtrack.FAIL;
            }
        }
        return annotated(start, target);
    }

    private Stmt assignment() {
        int start = t.pos;
        List<Expr> targets = new ArrayList<>();
        while (true) {
            Expr target = t.attempt(this::targetAndEqual);
            if (target == null) {
                break;
            }
            targets.add(target);
        }
        if (targets.isEmpty()) {
            throw Backtrack.FAIL;
        }
        Expr value = g.expressions.yieldOrStarExpressions();
        if (t.at(EQUAL)) {
            throw Backtrack.FAIL;
        }
        String comment = t.typeComment();
        return new Stmt.Assign(targets, value, comment, t.spanFrom(start));
    }

    /** {@code star_targets '='}. */
    Expr targetAndEqual() {
        Expr target = g.targets.starTargets();
        t.expect(EQUAL);
        return target;
    }

    private Stmt augmentation() {
        int start = t.pos;
        Expr target = g.targets.single(g.primaries.primary());
        Operator op = augmented(t.kind());
        if (op == null) {
            throw Backtrack.FAIL;
        }
        t.pos++;
        Expr value = g.expressions.yieldOrStarExpressions();
        return new Stmt.AugAssign(target, op, value, t.spanFrom(start));
    }
}
