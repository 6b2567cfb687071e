package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;

/** What stands in brackets: groups, tuples, lists, sets, dicts and comprehensions. */
final class DisplayParser {
    private final Grammar g;
    private final TokenCursor t;

    DisplayParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** {@code tuple | group | genexp}. */
    Expr parenthesized() {
        int start = t.pos;
        try {
            t.expect(LPAR);
            if (t.at(RPAR)) {
                t.pos++;
                return new Expr.Tuple(List.of(), ExprContext.LOAD, t.spanFrom(start));
            }
            if (t.at(YIELD)) {
                Expr value = g.expressions.yieldExpression();
                t.expect(RPAR);
                return value;
            }
            Expr first = g.expressions.starNamedExpression();
            if (t.at(COMMA)) {
                List<Expr> elts = elementsAfter(first, RPAR);
                t.expect(RPAR);
                return new Expr.Tuple(elts, ExprContext.LOAD, t.spanFrom(start));
            }
            if (first instanceof Expr.Starred) {
                throw Backtrack.FAIL;
            }
            if (atClause()) {
                List<Comprehension> generators = clauses();
                t.expect(RPAR);
                return new Expr.GeneratorExp(first, generators, t.spanFrom(start));
            }
            t.expect(RPAR);
            return first;
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.expressionErrors.group();
                t.pos = start;
                g.expressionErrors.comprehension();
            }
            throw failure;
        }
    }

    /** A generator in its own parentheses, as the only argument of a call. */
    Expr generator() {
        int start = t.expect(LPAR);
        Expr element = g.arguments.assignmentOrExpression();
        List<Comprehension> generators = clauses();
        t.expect(RPAR);
        return new Expr.GeneratorExp(element, generators, t.spanFrom(start));
    }

    /** The elements from the first comma to the closing bracket. */
    private List<Expr> elementsAfter(Expr first, int close) {
        List<Expr> elts = new ArrayList<>();
        elts.add(first);
        while (t.accept(COMMA) && !t.at(close)) {
            elts.add(g.expressions.starNamedExpression());
        }
        return List.copyOf(elts);
    }

    /** {@code list | listcomp}. */
    Expr list() {
        int start = t.pos;
        try {
            t.expect(LSQB);
            if (t.at(RSQB)) {
                t.pos++;
                return new Expr.List(List.of(), ExprContext.LOAD, t.spanFrom(start));
            }
            Expr first = g.expressions.starNamedExpression();
            if (atClause() && !(first instanceof Expr.Starred)) {
                List<Comprehension> generators = clauses();
                t.expect(RSQB);
                return new Expr.ListComp(first, generators, t.spanFrom(start));
            }
            List<Expr> elts = elementsAfter(first, RSQB);
            t.expect(RSQB);
            return new Expr.List(elts, ExprContext.LOAD, t.spanFrom(start));
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.expressionErrors.comprehension();
            }
            throw failure;
        }
    }

    /** {@code dict | set | dictcomp | setcomp}. */
    Expr braces() {
        int start = t.pos;
        if (!t.secondPass) {
            try {
                return dictOrSet();
            } catch (Backtrack failure) {
                t.pos = start;
                t.carefully(g.expressionErrors::dictItems);
                throw failure;
            }
        }
        Expr dict = t.attempt(this::dict);
        if (dict != null) {
            return dict;
        }
        g.expressionErrors.dictItems();
        t.pos = start;
        Expr set = t.attempt(this::set);
        if (set != null) {
            return set;
        }
        if (t.diagnosing) {
            g.expressionErrors.dictComprehension();
            t.pos = start;
            g.expressionErrors.comprehension();
        }
        throw Backtrack.FAIL;
    }

    private Expr dictOrSet() {
        int start = t.expect(LBRACE);
        if (t.at(RBRACE) || t.at(DOUBLE_STAR)) {
            t.pos = start;
            return dict();
        }
        Expr first = g.expressions.starNamedExpression();
        if (t.at(COLON) && !(first instanceof Expr.Starred)) {
            boolean bareWalrus = first instanceof Expr.NamedExpr && t.kinds[start + 1] != LPAR;
            if (bareWalrus) {
                throw Backtrack.FAIL;
            }
            t.pos++;
            return dictAfterKey(start, first);
        }
        return setAfter(start, first);
    }

    private Expr set() {
        int start = t.expect(LBRACE);
        return setAfter(start, g.expressions.starNamedExpression());
    }

    private Expr setAfter(int start, Expr first) {
        if (atClause() && !(first instanceof Expr.Starred)) {
            List<Comprehension> generators = clauses();
            t.expect(RBRACE);
            return new Expr.SetComp(first, generators, t.spanFrom(start));
        }
        List<Expr> elts = elementsAfter(first, RBRACE);
        t.expect(RBRACE);
        return new Expr.Set(elts, t.spanFrom(start));
    }

    private Expr dict() {
        int start = t.expect(LBRACE);
        if (t.accept(RBRACE)) {
            return new Expr.Dict(List.of(), List.of(), t.spanFrom(start));
        }
        if (t.at(DOUBLE_STAR)) {
            return dictItems(start, new ArrayList<>(), new ArrayList<>());
        }
        Expr key = g.expressions.expression();
        t.expect(COLON);
        return dictAfterKey(start, key);
    }

    private Expr dictAfterKey(int start, Expr key) {
        Expr value = g.expressions.expression();
        if (atClause()) {
            List<Comprehension> generators = clauses();
            t.expect(RBRACE);
            return new Expr.DictComp(key, value, generators, t.spanFrom(start));
        }
        List<Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        keys.add(key);
        values.add(value);
        if (!t.accept(COMMA)) {
            t.expect(RBRACE);
            return new Expr.Dict(List.copyOf(keys), List.copyOf(values), t.spanFrom(start));
        }
        return dictItems(start, keys, values);
    }

    private Expr dictItems(int start, List<Expr> keys, List<Expr> values) {
        while (!t.at(RBRACE)) {
            dictItem(keys, values);
            if (!t.accept(COMMA)) {
                break;
            }
        }
        t.expect(RBRACE);
        return new Expr.Dict(
                Collections.unmodifiableList(keys), List.copyOf(values), t.spanFrom(start));
    }

    /** {@code double_starred_kvpair}. */
    void dictItem(List<Expr> keys, List<Expr> values) {
        if (t.accept(DOUBLE_STAR)) {
            values.add(g.expressions.bitwiseOr());
            keys.add(null);
        } else {
            Expr key = g.expressions.expression();
            t.expect(COLON);
            values.add(g.expressions.expression());
            keys.add(key);
        }
    }

    /** Whether a comprehension's {@code for} comes next. */
    boolean atClause() {
        int kind = t.kind();
        return kind == FOR || kind == ASYNC;
    }

    /** {@code for_if_clauses}. */
    List<Comprehension> clauses() {
        List<Comprehension> all = new ArrayList<>(1);
        all.add(clause());
        while (atClause()) {
            int mark = t.pos;
            try {
                all.add(clause());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        return List.copyOf(all);
    }

    private Comprehension clause() {
        int start = t.pos;
        boolean async = t.accept(ASYNC);
        t.expect(FOR);
        Expr target;
        try {
            target = g.targets.starTargets();
            t.expect(IN);
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.expressionErrors.forClause();
            }
            throw failure;
        }
        Expr iter = g.expressions.disjunction();
        List<Expr> ifs = List.of();
        while (t.at(IF)) {
            int mark = t.pos++;
            try {
                Expr test = g.expressions.disjunction();
                if (ifs.isEmpty()) {
                    ifs = new ArrayList<>(1);
                }
                ifs.add(test);
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        return new Comprehension(target, iter, List.copyOf(ifs), async);
    }
}
