package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Singleton;

/** Atoms, and the attributes, calls and subscripts behind them. */
final class PrimaryParser {
    private static final int RULE_PRIMARY = 10;

    private final Grammar g;
    private final TokenCursor t;

    PrimaryParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** {@code primary}. */
    Expr primary() {
        return t.secondPass ? t.memoized(RULE_PRIMARY, this::chain) : chain();
    }

    private Expr chain() {
        int start = t.pos;
        Expr value = atom();
        for (int length = 0; ; length++) {
            t.checkChain(length);
            int kind = t.kind();
            if (kind != DOT && kind != LPAR && kind != LSQB) {
                return value;
            }
            int mark = t.pos;
            try {
                value = trailer(kind, value, start);
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                return value;
            }
        }
    }

    private Expr trailer(int kind, Expr value, int start) {
        if (kind == DOT) {
            t.pos++;
            String attr = t.expectName();
            return new Expr.Attribute(value, attr, ExprContext.LOAD, t.spanFrom(start));
        }
        if (kind == LPAR) {
            return g.arguments.call(value, start);
        }
        t.pos++;
        Expr slice = slices();
        t.expect(RSQB);
        return new Expr.Subscript(value, slice, ExprContext.LOAD, t.spanFrom(start));
    }

    private Expr slices() {
        int start = t.pos;
        Expr first = t.at(STAR) ? starredInSlices() : slice();
        if (!t.at(COMMA) && !(first instanceof Expr.Starred)) {
            return first;
        }
        List<Expr> elts = new ArrayList<>();
        elts.add(first);
        while (t.accept(COMMA) && !t.at(RSQB)) {
            elts.add(t.at(STAR) ? starredInSlices() : slice());
        }
        return new Expr.Tuple(List.copyOf(elts), ExprContext.LOAD, t.spanFrom(start));
    }

    private Expr starredInSlices() {
        return g.arguments.starredExpression();
    }

    private Expr slice() {
        int start = t.pos;
        Expr lower = null;
        if (!t.at(COLON)) {
            if (!t.secondPass) {
                lower = g.expressions.namedExpression();
                if (!t.at(COLON)) {
                    return lower;
                }
                if (lower instanceof Expr.NamedExpr && t.kinds[start] != LPAR) {
                    throw Backtrack.FAIL;
                }
            } else {
                lower = t.attempt(g.expressions::expression);
                if (lower == null || !t.at(COLON)) {
                    t.pos = start;
                    return g.expressions.namedExpression();
                }
            }
        }
        t.expect(COLON);
        Expr upper = bound();
        Expr step = t.accept(COLON) ? bound() : null;
        return new Expr.Slice(lower, upper, step, t.spanFrom(start));
    }

    private Expr bound() {
        return switch (t.kind()) {
            case COLON, COMMA, RSQB -> null;
            default ->
                    t.secondPass
                            ? t.attempt(g.expressions::expression)
                            : g.expressions.expression();
        };
    }

    /** {@code atom}. */
    Expr atom() {
        switch (t.kind()) {
            case NAME -> {
                int i = t.pos++;
                return new Expr.Name(t.names[i], ExprContext.LOAD, t.tokenSpan(i));
            }
            case NUMBER -> {
                int i = t.pos++;
                Object value = NumberLiteral.value(t, i);
                return new Expr.Constant(value, null, t.tokenSpan(i));
            }
            case STRING, FSTRING_START, TSTRING_START -> {
                return g.strings.strings();
            }
            case TRUE -> {
                return constant(Boolean.TRUE);
            }
            case FALSE -> {
                return constant(Boolean.FALSE);
            }
            case NONE -> {
                return constant(Singleton.NONE);
            }
            case ELLIPSIS -> {
                return constant(Singleton.ELLIPSIS);
            }
            case LPAR -> {
                return g.displays.parenthesized();
            }
            case LSQB -> {
                return g.displays.list();
            }
            case LBRACE -> {
                return g.displays.braces();
            }
            default -> throw Backtrack.FAIL;
        }
    }

    private Expr constant(Object value) {
        int i = t.pos++;
        return new Expr.Constant(value, null, t.tokenSpan(i));
    }
}
