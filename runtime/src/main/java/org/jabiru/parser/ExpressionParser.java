package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.BoolOp;
import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Operator;
import org.jabiru.ast.UnaryOp;

/** Expressions down to the binary operators (the language reference, "Expressions"). */
final class ExpressionParser {
    private static final int RULE_EXPRESSION = 1;
    private static final int RULE_DISJUNCTION = 2;
    private static final int RULE_NAMED = 3;
    private static final int RULE_BITWISE_OR = 4;

    private static final Operator[] OPERATORS = new Operator[COUNT];
    private static final byte[] PRECEDENCE = new byte[COUNT];

    static {
        operator(VBAR, Operator.BIT_OR, 1);
        operator(CIRCUMFLEX, Operator.BIT_XOR, 2);
        operator(AMPER, Operator.BIT_AND, 3);
        operator(LEFT_SHIFT, Operator.L_SHIFT, 4);
        operator(RIGHT_SHIFT, Operator.R_SHIFT, 4);
        operator(PLUS, Operator.ADD, 5);
        operator(MINUS, Operator.SUB, 5);
        operator(STAR, Operator.MULT, 6);
        operator(SLASH, Operator.DIV, 6);
        operator(DOUBLE_SLASH, Operator.FLOOR_DIV, 6);
        operator(PERCENT, Operator.MOD, 6);
        operator(AT, Operator.MAT_MULT, 6);
    }

    private final Grammar g;
    private final TokenCursor t;

    ExpressionParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    private static void operator(int kind, Operator op, int precedence) {
        OPERATORS[kind] = op;
        PRECEDENCE[kind] = (byte) precedence;
    }

    /** Whether the binary operator is one of {@code + - * / // % @}. */
    static boolean isArithmetic(int kind) {
        return PRECEDENCE[kind] >= 5;
    }

    /** {@code star_expressions}: the operand of an expression statement; several make a tuple. */
    Expr starExpressions() {
        int start = t.pos;
        Expr first = starExpression();
        return t.at(COMMA) ? tupleAfter(start, first, false) : first;
    }

    /**
     * {@code star_named_expressions} after the first; only where a tuple without parentheses may
     * be.
     */
    private Expr tupleAfter(int start, Expr first, boolean named) {
        List<Expr> elts = new ArrayList<>();
        elts.add(first);
        while (t.accept(COMMA)) {
            if (!startsExpression(t.kind())) {
                break;
            }
            int mark = t.pos;
            try {
                elts.add(named ? starNamedExpression() : starExpression());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        return new Expr.Tuple(List.copyOf(elts), ExprContext.LOAD, t.spanFrom(start));
    }

    /** The subject of {@code match}: a named expression, or a tuple with at least one comma. */
    Expr subject() {
        int start = t.pos;
        Expr first = starNamedExpression();
        if (t.at(COMMA)) {
            return tupleAfter(start, first, true);
        }
        if (first instanceof Expr.Starred) {
            throw Backtrack.FAIL;
        }
        return first;
    }

    /** {@code expressions}: like {@link #starExpressions} without stars. */
    Expr expressions() {
        int start = t.pos;
        Expr first = expression();
        if (!t.at(COMMA)) {
            return first;
        }
        List<Expr> elts = new ArrayList<>();
        elts.add(first);
        while (t.accept(COMMA)) {
            if (!startsExpression(t.kind())) {
                break;
            }
            int mark = t.pos;
            try {
                elts.add(expression());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        return new Expr.Tuple(List.copyOf(elts), ExprContext.LOAD, t.spanFrom(start));
    }

    /** Whether a token of this kind can begin an element after a comma; a hint to save time. */
    static boolean startsExpression(int kind) {
        return switch (kind) {
            case NEWLINE, RPAR, RSQB, RBRACE, EQUAL, COLON, SEMI, ENDMARKER -> false;
            default -> true;
        };
    }

    Expr starExpression() {
        return t.at(STAR) ? starred() : expression();
    }

    /** {@code '*' bitwise_or}. */
    Expr starred() {
        int start = t.expect(STAR);
        Expr value = bitwiseOr();
        return new Expr.Starred(value, ExprContext.LOAD, t.spanFrom(start));
    }

    Expr starNamedExpression() {
        return t.at(STAR) ? starred() : namedExpression();
    }

    /** {@code named_expression}: an expression, or a name, {@code :=} and one. */
    Expr namedExpression() {
        if (t.secondPass) {
            return t.memoized(RULE_NAMED, this::namedExpressionCarefully);
        }
        int start = t.pos;
        Expr value = expression();
        if (!t.at(COLON_EQUAL)) {
            return value;
        }
        if (t.pos != start + 1 || !(value instanceof Expr.Name)) {
            throw Backtrack.FAIL;
        }
        return walrus(start);
    }

    private Expr namedExpressionCarefully() {
        if (t.at(NAME) && t.kind(1) == COLON_EQUAL) {
            int start = t.pos++;
            return walrus(start);
        }
        if (t.diagnosing) {
            int mark = t.pos;
            g.expressionErrors.namedExpression();
            t.pos = mark;
        }
        Expr value = expression();
        if (t.at(COLON_EQUAL)) {
            throw Backtrack.FAIL;
        }
        return value;
    }

    /** Passes {@code := value} behind the name at {@code start}. */
    private Expr walrus(int start) {
        Expr target = new Expr.Name(t.names[start], ExprContext.STORE, t.tokenSpan(start));
        t.expect(COLON_EQUAL);
        Expr value = expression();
        return new Expr.NamedExpr(target, value, t.spanFrom(start));
    }

    /** {@code expression}: a conditional, a disjunction or a lambda. */
    Expr expression() {
        if (t.secondPass) {
            return t.memoized(RULE_EXPRESSION, this::expressionCarefully);
        }
        return conditional();
    }

    private Expr expressionCarefully() {
        if (t.diagnosing) {
            int mark = t.pos;
            g.expressionErrors.expression();
            t.pos = mark;
        }
        return conditional();
    }

    /** {@link #expression} without its own memory and error rules. */
    Expr conditional() {
        if (t.at(LAMBDA)) {
            return lambda();
        }
        int start = t.pos;
        Expr body = disjunction();
        if (!t.at(IF)) {
            return body;
        }
        int mark = t.pos++;
        t.enter();
        try {
            Expr test = disjunction();
            t.expect(ELSE);
            Expr orelse = expression();
            return new Expr.IfExp(test, body, orelse, t.spanFrom(start));
        } catch (Backtrack failure) {
            t.retreat(mark, failure);
            return body;
        } finally {
            t.leave();
        }
    }

    private Expr lambda() {
        int start = t.expect(LAMBDA);
        t.enter();
        var arguments = g.parameters.lambdaParameters();
        t.expect(COLON);
        Expr body = expression();
        t.leave();
        return new Expr.Lambda(arguments, body, t.spanFrom(start));
    }

    /** {@code yield_expr}. */
    Expr yieldExpression() {
        int start = t.expect(YIELD);
        if (t.at(FROM)) {
            t.pos++;
            Expr value = expression();
            return new Expr.YieldFrom(value, t.spanFrom(start));
        }
        Expr value = null;
        if (startsExpression(t.kind())) {
            int mark = t.pos;
            try {
                value = starExpressions();
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
            }
        }
        return new Expr.Yield(value, t.spanFrom(start));
    }

    /** What may stand at the right of an assignment. */
    Expr yieldOrStarExpressions() {
        return t.at(YIELD) ? yieldExpression() : starExpressions();
    }

    Expr disjunction() {
        if (t.secondPass) {
            return t.memoized(RULE_DISJUNCTION, this::orOperands);
        }
        return orOperands();
    }

    private Expr orOperands() {
        int start = t.pos;
        Expr first = conjunction();
        if (!t.at(OR)) {
            return first;
        }
        List<Expr> values = new ArrayList<>();
        values.add(first);
        while (t.at(OR)) {
            int mark = t.pos++;
            try {
                values.add(conjunction());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        return boolOp(BoolOp.OR, values, start);
    }

    private Expr conjunction() {
        int start = t.pos;
        Expr first = inversion();
        if (!t.at(AND)) {
            return first;
        }
        List<Expr> values = new ArrayList<>();
        values.add(first);
        while (t.at(AND)) {
            int mark = t.pos++;
            try {
                values.add(inversion());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        return boolOp(BoolOp.AND, values, start);
    }

    private Expr boolOp(BoolOp op, List<Expr> values, int start) {
        return values.size() == 1
                ? values.get(0)
                : new Expr.BoolOp(op, List.copyOf(values), t.spanFrom(start));
    }

    /** {@code inversion}: {@code not} or a comparison. */
    Expr inversion() {
        if (!t.at(NOT)) {
            return comparison();
        }
        int start = t.pos++;
        t.enter();
        Expr operand = inversion();
        t.leave();
        return new Expr.UnaryOp(UnaryOp.NOT, operand, t.spanFrom(start));
    }

    private Expr comparison() {
        int start = t.pos;
        Expr left = bitwiseOr();
        CmpOp op = comparisonOperator();
        if (op == null) {
            return left;
        }
        List<CmpOp> ops = new ArrayList<>(1);
        List<Expr> comparators = new ArrayList<>(1);
        int mark = t.pos;
        while (op != null) {
            mark = t.pos;
            t.pos += op == CmpOp.IS_NOT || op == CmpOp.NOT_IN ? 2 : 1;
            try {
                comparators.add(bitwiseOr());
                ops.add(op);
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
            op = comparisonOperator();
        }
        return ops.isEmpty()
                ? left
                : new Expr.Compare(
                        left, List.copyOf(ops), List.copyOf(comparators), t.spanFrom(start));
    }

    /** The operator that comes next, or null; passes nothing. */
    private CmpOp comparisonOperator() {
        return switch (t.kind()) {
            case LESS -> CmpOp.LT;
            case GREATER -> CmpOp.GT;
            case EQ_EQUAL -> CmpOp.EQ;
            case LESS_EQUAL -> CmpOp.LT_E;
            case GREATER_EQUAL -> CmpOp.GT_E;
            case NOT_EQUAL -> notEqual();
            case IN -> CmpOp.IN;
            case IS -> t.kind(1) == NOT ? CmpOp.IS_NOT : CmpOp.IS;
            case NOT -> t.kind(1) == IN ? CmpOp.NOT_IN : null;
            default -> null;
        };
    }

    private CmpOp notEqual() {
        boolean angular = t.source.bytes()[t.starts[t.pos]] == '<';
        if (t.barryAsFlufl && !angular) {
            throw t.errorAtLast(
                    PythonSyntaxException.Kind.SYNTAX,
                    "with Barry as BDFL, use '<>' instead of '!='");
        }
        return angular == t.barryAsFlufl ? CmpOp.NOT_EQ : null;
    }

    /** {@code bitwise_or}: everything that binds tighter than a comparison. */
    Expr bitwiseOr() {
        if (t.secondPass) {
            return t.memoized(RULE_BITWISE_OR, () -> binary(1));
        }
        return binary(1);
    }

    private Expr binary(int least) {
        int start = t.pos;
        Expr left = unary();
        for (int length = 0; ; length++) {
            t.checkChain(length);
            int kind = t.kind();
            int precedence = PRECEDENCE[kind];
            if (precedence < least || precedence == 0) {
                return left;
            }
            int mark = t.pos++;
            Expr right;
            try {
                if (t.diagnosing && t.kind() == NOT && isArithmetic(kind)) {
                    g.expressionErrors.notAfterOperator();
                }
                right = binary(precedence + 1);
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                return left;
            }
            left = new Expr.BinOp(left, OPERATORS[kind], right, t.spanFrom(start));
        }
    }

    private Expr unary() {
        UnaryOp op =
                switch (t.kind()) {
                    case MINUS -> UnaryOp.U_SUB;
                    case PLUS -> UnaryOp.U_ADD;
                    case TILDE -> UnaryOp.INVERT;
                    default -> null;
                };
        if (op == null) {
            return power();
        }
        int start = t.pos++;
        if (t.diagnosing && t.kind() == NOT) {
            g.expressionErrors.notAfterOperator();
        }
        t.enter();
        Expr operand = unary();
        t.leave();
        return new Expr.UnaryOp(op, operand, t.spanFrom(start));
    }

    private Expr power() {
        int start = t.pos;
        Expr base;
        if (t.at(AWAIT)) {
            t.pos++;
            base = new Expr.Await(g.primaries.primary(), t.spanFrom(start));
        } else {
            base = g.primaries.primary();
        }
        if (!t.at(DOUBLE_STAR)) {
            return base;
        }
        int mark = t.pos++;
        t.enter();
        try {
            Expr exponent = unary();
            return new Expr.BinOp(base, Operator.POW, exponent, t.spanFrom(start));
        } catch (Backtrack failure) {
            t.retreat(mark, failure);
            return base;
        } finally {
            t.leave();
        }
    }
}
