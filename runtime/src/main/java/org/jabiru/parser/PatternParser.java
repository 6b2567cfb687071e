package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Complex;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.MatchCase;
import org.jabiru.ast.Operator;
import org.jabiru.ast.Pattern;
import org.jabiru.ast.Singleton;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.UnaryOp;

/** The cases of {@code match} and their patterns (PEP 634). */
final class PatternParser {
    private final Grammar g;
    private final TokenCursor t;

    PatternParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** The statement from its first case on. */
    Stmt cases(int start, Expr subject) {
        List<MatchCase> cases = new ArrayList<>(4);
        while (t.atWord("case")) {
            int mark = t.pos;
            try {
                cases.add(matchCase());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        if (cases.isEmpty()) {
            throw Backtrack.FAIL;
        }
        t.expect(DEDENT);
        return new Stmt.Match(subject, List.copyOf(cases), t.spanFrom(start));
    }

    private MatchCase matchCase() {
        if (t.diagnosing) {
            int mark = t.pos;
            g.blockErrors.matchCase();
            t.pos = mark;
        }
        t.pos++;
        Pattern pattern = patterns();
        Expr guard = t.accept(IF) ? g.expressions.namedExpression() : null;
        t.expect(COLON);
        List<Stmt> body = g.compounds.block();
        return new MatchCase(pattern, guard, body);
    }

    /** {@code patterns}: one, or a sequence without brackets. */
    Pattern patterns() {
        int start = t.pos;
        Pattern first = maybeStar();
        if (!t.at(COMMA)) {
            if (first instanceof Pattern.MatchStar) {
                throw Backtrack.FAIL;
            }
            return first;
        }
        List<Pattern> all = elementsAfter(first);
        return new Pattern.MatchSequence(all, t.spanFrom(start));
    }

    private List<Pattern> elementsAfter(Pattern first) {
        List<Pattern> all = new ArrayList<>(4);
        all.add(first);
        while (t.accept(COMMA)) {
            switch (t.kind()) {
                case COLON, IF, RPAR, RSQB -> {
                    return List.copyOf(all);
                }
                default -> all.add(maybeStar());
            }
        }
        return List.copyOf(all);
    }

    private Pattern maybeStar() {
        if (!t.at(STAR)) {
            return pattern();
        }
        int start = t.pos++;
        String name = t.expectName();
        return new Pattern.MatchStar(name.equals("_") ? null : name, t.spanFrom(start));
    }

    /** {@code pattern}: alternatives, perhaps with {@code as}. */
    Pattern pattern() {
        int start = t.pos;
        t.enter();
        Pattern pattern = orPattern();
        t.leave();
        if (!t.at(AS)) {
            return pattern;
        }
        if (t.diagnosing) {
            int mark = t.pos;
            g.statementErrors.asPattern();
            t.pos = mark;
        }
        t.pos++;
        if (t.atWord("_")) {
            throw Backtrack.FAIL;
        }
        String name = t.expectName();
        int kind = t.kind();
        if (kind == DOT || kind == LPAR || kind == EQUAL) {
            throw Backtrack.FAIL;
        }
        return new Pattern.MatchAs(pattern, name, t.spanFrom(start));
    }

    Pattern orPattern() {
        int start = t.pos;
        Pattern first = closed();
        if (!t.at(VBAR)) {
            return first;
        }
        List<Pattern> all = new ArrayList<>(4);
        all.add(first);
        while (t.accept(VBAR)) {
            all.add(closed());
        }
        return new Pattern.MatchOr(List.copyOf(all), t.spanFrom(start));
    }

    private Pattern closed() {
        int start = t.pos;
        switch (t.kind()) {
            case NUMBER, MINUS -> {
                Expr value = number();
                return new Pattern.MatchValue(value, t.spanFrom(start));
            }
            case STRING, FSTRING_START, TSTRING_START -> {
                Expr value = g.strings.strings();
                return new Pattern.MatchValue(value, t.spanFrom(start));
            }
            case NONE -> {
                t.pos++;
                return new Pattern.MatchSingleton(Singleton.NONE, t.spanFrom(start));
            }
            case TRUE -> {
                t.pos++;
                return new Pattern.MatchSingleton(Boolean.TRUE, t.spanFrom(start));
            }
            case FALSE -> {
                t.pos++;
                return new Pattern.MatchSingleton(Boolean.FALSE, t.spanFrom(start));
            }
            case NAME -> {
                return nameOrClass();
            }
            case LPAR -> {
                return parenthesized();
            }
            case LSQB -> {
                t.pos++;
                List<Pattern> all = t.at(RSQB) ? List.of() : elementsAfter(maybeStar());
                t.expect(RSQB);
                return new Pattern.MatchSequence(all, t.spanFrom(start));
            }
            case LBRACE -> {
                return mapping();
            }
            default -> throw Backtrack.FAIL;
        }
    }

    private Pattern nameOrClass() {
        int start = t.pos;
        int kind = t.kind(1);
        if (kind != DOT && kind != LPAR && kind != EQUAL) {
            String name = t.expectName();
            return new Pattern.MatchAs(null, name.equals("_") ? null : name, t.spanFrom(start));
        }
        Expr value = dotted();
        if (t.at(LPAR)) {
            return classPattern(start, value);
        }
        if (t.at(EQUAL) || value instanceof Expr.Name) {
            throw Backtrack.FAIL;
        }
        return new Pattern.MatchValue(value, t.spanFrom(start));
    }

    /** {@code name_or_attr}. */
    Expr dotted() {
        int start = t.expect(NAME);
        Expr value = new Expr.Name(t.names[start], ExprContext.LOAD, t.tokenSpan(start));
        while (t.accept(DOT)) {
            String attr = t.expectName();
            value = new Expr.Attribute(value, attr, ExprContext.LOAD, t.spanFrom(start));
        }
        return value;
    }

    private Pattern classPattern(int start, Expr cls) {
        int open = t.pos;
        try {
            t.expect(LPAR);
            List<Pattern> patterns = new ArrayList<>(2);
            List<String> names = new ArrayList<>(2);
            List<Pattern> values = new ArrayList<>(2);
            while (!t.at(RPAR)) {
                if (t.at(NAME) && t.kind(1) == EQUAL) {
                    names.add(t.expectName());
                    t.pos++;
                    values.add(pattern());
                } else if (names.isEmpty()) {
                    patterns.add(pattern());
                } else {
                    throw Backtrack.FAIL;
                }
                if (!t.accept(COMMA)) {
                    break;
                }
            }
            t.expect(RPAR);
            return new Pattern.MatchClass(
                    cls,
                    List.copyOf(patterns),
                    List.copyOf(names),
                    List.copyOf(values),
                    t.spanFrom(start));
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = open;
                g.statementErrors.classPattern();
            }
            throw failure;
        }
    }

    /** A group, or a sequence in parentheses. */
    private Pattern parenthesized() {
        int start = t.expect(LPAR);
        if (t.accept(RPAR)) {
            return new Pattern.MatchSequence(List.of(), t.spanFrom(start));
        }
        Pattern first = maybeStar();
        if (t.at(COMMA)) {
            List<Pattern> all = elementsAfter(first);
            t.expect(RPAR);
            return new Pattern.MatchSequence(all, t.spanFrom(start));
        }
        t.expect(RPAR);
        if (first instanceof Pattern.MatchStar) {
            throw Backtrack.FAIL;
        }
        return first;
    }

    private Pattern mapping() {
        int start = t.expect(LBRACE);
        List<Expr> keys = new ArrayList<>(4);
        List<Pattern> patterns = new ArrayList<>(4);
        String rest = null;
        while (!t.at(RBRACE)) {
            if (t.accept(DOUBLE_STAR)) {
                if (t.atWord("_")) {
                    throw Backtrack.FAIL;
                }
                rest = t.expectName();
                t.accept(COMMA);
                break;
            }
            keys.add(key());
            t.expect(COLON);
            patterns.add(pattern());
            if (!t.accept(COMMA)) {
                break;
            }
        }
        t.expect(RBRACE);
        return new Pattern.MatchMapping(
                List.copyOf(keys), List.copyOf(patterns), rest, t.spanFrom(start));
    }

    private Expr key() {
        int start = t.pos;
        return switch (t.kind()) {
            case NUMBER, MINUS -> number();
            case STRING, FSTRING_START, TSTRING_START -> g.strings.strings();
            case NONE -> constant(Singleton.NONE);
            case TRUE -> constant(Boolean.TRUE);
            case FALSE -> constant(Boolean.FALSE);
            case NAME -> {
                Expr value = dotted();
                if (value instanceof Expr.Name) {
                    t.pos = start + 1;
                    throw Backtrack.FAIL;
                }
                yield value;
            }
            default -> throw Backtrack.FAIL;
        };
    }

    private Expr constant(Object value) {
        int i = t.pos++;
        return new Expr.Constant(value, null, t.tokenSpan(i));
    }

    /** {@code signed_number | complex_number}. */
    private Expr number() {
        int start = t.pos;
        Expr real = signed();
        int kind = t.kind();
        if (kind != PLUS && kind != MINUS) {
            return real;
        }
        t.pos++;
        int token = t.expect(NUMBER);
        Expr.Constant imaginary =
                new Expr.Constant(NumberLiteral.value(t, token), null, t.tokenSpan(token));
        Expr.Constant number =
                real instanceof Expr.UnaryOp u ? (Expr.Constant) u.operand() : (Expr.Constant) real;
        if (number.value() instanceof Complex) {
            throw t.errorAt(real, "real number required in complex literal");
        }
        if (!(imaginary.value() instanceof Complex)) {
            throw t.errorAt(imaginary, "imaginary number required in complex literal");
        }
        Operator op = kind == PLUS ? Operator.ADD : Operator.SUB;
        return new Expr.BinOp(real, op, imaginary, t.spanFrom(start));
    }

    private Expr signed() {
        int start = t.pos;
        boolean negative = t.accept(MINUS);
        int token = t.expect(NUMBER);
        Expr number = new Expr.Constant(NumberLiteral.value(t, token), null, t.tokenSpan(token));
        return negative ? new Expr.UnaryOp(UnaryOp.U_SUB, number, t.spanFrom(start)) : number;
    }
}
