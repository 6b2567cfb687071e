package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jabiru.ast.Arg;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Expr;

/** The parameters of functions and lambdas. */
final class ParameterParser {
    private final Grammar g;
    private final TokenCursor t;

    ParameterParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** {@code [params]} up to the closing parenthesis. */
    Arguments parameters() {
        return t.at(RPAR) ? Arguments.NONE : list(false);
    }

    /** {@code [lambda_params]} up to the colon. */
    Arguments lambdaParameters() {
        if (t.at(COLON)) {
            return Arguments.NONE;
        }
        int start = t.pos;
        try {
            return list(true);
        } catch (Backtrack failure) {
            t.retreat(start, failure);
            return Arguments.NONE;
        }
    }

    private Arguments list(boolean lambda) {
        if (t.diagnosing) {
            int mark = t.pos;
            new ParameterErrors(g, lambda).parameters();
            t.pos = mark;
        }
        int close = lambda ? COLON : RPAR;
        List<Arg> posonly = List.of();
        List<Arg> args = new ArrayList<>(4);
        List<Expr> defaults = new ArrayList<>(2);
        List<Arg> kwonly = List.of();
        List<Expr> kwDefaults = List.of();
        Arg vararg = null;
        Arg kwarg = null;
        boolean slash = false;
        while (!t.at(close)) {
            int kind = t.kind();
            if (kind == SLASH && !slash && !args.isEmpty()) {
                t.pos++;
                slash = true;
                posonly = args;
                args = new ArrayList<>(2);
            } else if (kind == STAR) {
                starError(lambda);
                t.pos++;
                if (!t.at(COMMA)) {
                    vararg = parameter(lambda, true);
                }
                kwonly = new ArrayList<>(2);
                kwDefaults = new ArrayList<>(2);
                boolean comma = t.accept(COMMA);
                if (vararg != null) {
                    vararg = commented(vararg);
                }
                while (comma && t.at(NAME)) {
                    Arg arg = parameter(lambda, false);
                    kwDefaults.add(defaultValue(lambda));
                    comma = t.accept(COMMA);
                    kwonly.add(commented(arg));
                }
                if (vararg == null && kwonly.isEmpty()) {
                    throw Backtrack.FAIL;
                }
                if (comma && t.at(DOUBLE_STAR)) {
                    kwarg = doubleStarred(lambda);
                }
                break;
            } else if (kind == DOUBLE_STAR) {
                kwarg = doubleStarred(lambda);
                break;
            } else {
                Arg arg = parameter(lambda, false);
                Expr value = defaultValue(lambda);
                boolean comma = t.accept(COMMA);
                args.add(commented(arg));
                if (value != null) {
                    defaults.add(value);
                } else if (!defaults.isEmpty()) {
                    throw Backtrack.FAIL;
                }
                if (!comma) {
                    break;
                }
                continue;
            }
            if (!t.accept(COMMA)) {
                break;
            }
        }
        if (!t.at(close)) {
            throw Backtrack.FAIL;
        }
        return new Arguments(
                List.copyOf(posonly),
                List.copyOf(args),
                vararg,
                List.copyOf(kwonly),
                Collections.unmodifiableList(kwDefaults),
                kwarg,
                List.copyOf(defaults));
    }

    private void starError(boolean lambda) {
        if (t.diagnosing) {
            int mark = t.pos;
            new ParameterErrors(g, lambda).star();
            t.pos = mark;
        }
    }

    private Arg doubleStarred(boolean lambda) {
        if (t.diagnosing) {
            int mark = t.pos;
            new ParameterErrors(g, lambda).doubleStar();
            t.pos = mark;
        }
        t.expect(DOUBLE_STAR);
        Arg arg = parameter(lambda, false);
        t.accept(COMMA);
        return commented(arg);
    }

    /** A parameter with the type comment behind it and its comma. */
    private Arg commented(Arg arg) {
        String comment = t.typeComment();
        return comment == null ? arg : new Arg(arg.arg(), arg.annotation(), comment, arg.span());
    }

    /** A name with its annotation; of {@code *args} the annotation may be starred. */
    Arg parameter(boolean lambda, boolean star) {
        int start = t.pos;
        String name = t.expectName();
        Expr annotation = null;
        if (!lambda && t.accept(COLON)) {
            annotation = star ? g.expressions.starExpression() : g.expressions.expression();
        }
        return new Arg(name, annotation, null, t.spanFrom(start));
    }

    /** {@code [default]}: null without one. */
    Expr defaultValue(boolean lambda) {
        if (!t.at(EQUAL)) {
            return null;
        }
        int mark = t.pos++;
        try {
            return g.expressions.expression();
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = mark;
                new ParameterErrors(g, lambda).defaultValue();
            }
            t.retreat(mark, failure);
            return null;
        }
    }
}
