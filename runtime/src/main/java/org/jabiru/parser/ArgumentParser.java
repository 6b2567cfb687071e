package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Keyword;

/** The arguments of calls and of class definitions. */
final class ArgumentParser {
    private static final int RULE_ARGS = 20;

    private final Grammar g;
    private final TokenCursor t;

    ArgumentParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** Arguments in the tree's two lists. */
    record Parsed(List<Expr> args, List<Keyword> keywords) {
        static final Parsed NONE = new Parsed(List.of(), List.of());
    }

    /**
     * The call of {@code func}, which begins at token {@code start}; the cursor is at the bracket.
     */
    Expr call(Expr func, int start) {
        if (t.secondPass) {
            Expr generator = t.attempt(g.displays::generator);
            if (generator == null && t.diagnosing) {
                int mark = t.pos;
                g.expressionErrors.comprehension();
                t.pos = mark;
            }
            if (generator != null) {
                return new Expr.Call(func, List.of(generator), List.of(), t.spanFrom(start));
            }
        }
        Parsed parsed = inParentheses(!t.secondPass);
        return new Expr.Call(func, parsed.args(), parsed.keywords(), t.spanFrom(start));
    }

    /** {@code '(' [arguments] ')'}. */
    Parsed inParentheses(boolean generatorAllowed) {
        int open = t.expect(LPAR);
        if (t.accept(RPAR)) {
            return Parsed.NONE;
        }
        if (t.secondPass) {
            Parsed parsed = t.attempt(this::arguments);
            t.expect(RPAR);
            return parsed == null ? Parsed.NONE : parsed;
        }
        return quickly(open, generatorAllowed);
    }

    private Parsed quickly(int open, boolean generatorAllowed) {
        List<Expr> args = new ArrayList<>(4);
        List<Keyword> keywords = null;
        boolean doubleStarred = false;
        while (!t.at(RPAR)) {
            int start = t.pos;
            int kind = t.kind();
            if (kind == STAR) {
                if (doubleStarred) {
                    throw Backtrack.FAIL;
                }
                args.add(starredExpression());
            } else if (kind == DOUBLE_STAR || kind == NAME && t.kind(1) == EQUAL) {
                if (keywords == null) {
                    keywords = new ArrayList<>(4);
                }
                doubleStarred |= kind == DOUBLE_STAR;
                keywords.add(kind == DOUBLE_STAR ? unpacked() : keyword());
            } else {
                if (keywords != null) {
                    throw Backtrack.FAIL;
                }
                Expr value = g.expressions.namedExpression();
                if (g.displays.atClause()) {
                    if (!generatorAllowed || start != open + 1) {
                        throw Backtrack.FAIL;
                    }
                    List<Comprehension> generators = g.displays.clauses();
                    t.expect(RPAR);
                    return new Parsed(
                            List.of(new Expr.GeneratorExp(value, generators, t.spanFrom(open))),
                            List.of());
                }
                args.add(value);
            }
            if (!t.accept(COMMA)) {
                break;
            }
        }
        t.expect(RPAR);
        if (args.isEmpty() && keywords == null) {
            throw Backtrack.FAIL;
        }
        return new Parsed(List.copyOf(args), keywords == null ? List.of() : List.copyOf(keywords));
    }

    private Keyword keyword() {
        int start = t.pos;
        String name = t.expectName();
        t.expect(EQUAL);
        Expr value = g.expressions.expression();
        return new Keyword(name, value, t.spanFrom(start));
    }

    private Keyword unpacked() {
        int start = t.expect(DOUBLE_STAR);
        Expr value = g.expressions.expression();
        return new Keyword(null, value, t.spanFrom(start));
    }

    /** {@code starred_expression}: a star and an expression, as an argument or in a subscript. */
    Expr starredExpression() {
        int start = t.pos;
        if (t.diagnosing) {
            g.argumentErrors.starredExpression();
            t.pos = start;
        }
        t.expect(STAR);
        try {
            Expr value = g.expressions.expression();
            return new Expr.Starred(value, ExprContext.LOAD, t.spanFrom(start));
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                throw t.errorAtLast(PythonSyntaxException.Kind.SYNTAX, "Invalid star expression");
            }
            throw failure;
        }
    }

    // --- second pass: as the grammar has it, with its order of alternatives

    private Parsed arguments() {
        int start = t.pos;
        Parsed parsed = t.attempt(this::args);
        if (parsed != null) {
            t.accept(COMMA);
            if (t.at(RPAR)) {
                return parsed;
            }
        }
        if (t.diagnosing) {
            t.pos = start;
            g.argumentErrors.arguments();
        }
        throw Backtrack.FAIL;
    }

    /** {@code args}: as many arguments as there are. */
    Parsed args() {
        return t.memoized(RULE_ARGS, this::argsOnce);
    }

    private Parsed argsOnce() {
        List<Expr> args = new ArrayList<>(positionals());
        List<Keyword> keywords = new ArrayList<>();
        if (args.isEmpty()) {
            kwargs(args, keywords);
        } else if (t.at(COMMA)) {
            int mark = t.pos++;
            if (t.attempt(() -> kwargs(args, keywords)) == null) {
                t.pos = mark;
            }
        }
        return new Parsed(List.copyOf(args), List.copyOf(keywords));
    }

    /**
     * Positional arguments separated by commas, perhaps none; stops before the comma of another.
     */
    List<Expr> positionals() {
        List<Expr> args = new ArrayList<>();
        Expr first = t.attempt(this::positional);
        while (first != null) {
            args.add(first);
            int mark = t.pos;
            first = t.accept(COMMA) ? t.attempt(this::positional) : null;
            if (first == null) {
                t.pos = mark;
            }
        }
        return args;
    }

    private Expr positional() {
        if (t.at(STAR)) {
            return starredExpression();
        }
        Expr value = assignmentOrExpression();
        if (t.at(EQUAL)) {
            throw Backtrack.FAIL;
        }
        return value;
    }

    /** {@code assignment_expression | expression !':='}. */
    Expr assignmentOrExpression() {
        if (t.at(NAME) && t.kind(1) == COLON_EQUAL) {
            return g.expressions.namedExpression();
        }
        Expr value = g.expressions.expression();
        if (t.at(COLON_EQUAL)) {
            throw Backtrack.FAIL;
        }
        return value;
    }

    /** {@code kwargs}: adds to both lists; at least one. */
    Boolean kwargs(List<Expr> args, List<Keyword> keywords) {
        int before = args.size() + keywords.size();
        series(args, keywords, false);
        if (args.size() + keywords.size() == before) {
            series(args, keywords, true);
        } else if (t.at(COMMA)) {
            int mark = t.pos++;
            int count = keywords.size();
            series(args, keywords, true);
            if (keywords.size() == count) {
                t.pos = mark;
            }
        }
        if (args.size() + keywords.size() == before) {
            throw Backtrack.FAIL;
        }
        return true;
    }

    private void series(List<Expr> args, List<Keyword> keywords, boolean doubleStarred) {
        int mark = t.pos;
        while (t.attempt(() -> keywordArgument(args, keywords, doubleStarred)) != null) {
            mark = t.pos;
            if (!t.accept(COMMA)) {
                return;
            }
        }
        t.pos = mark;
    }

    private Boolean keywordArgument(
            List<Expr> args, List<Keyword> keywords, boolean doubleStarred) {
        if (t.diagnosing) {
            int mark = t.pos;
            g.argumentErrors.keywordArgument();
            t.pos = mark;
        }
        if (t.at(NAME) && t.kind(1) == EQUAL) {
            keywords.add(keyword());
        } else if (doubleStarred) {
            keywords.add(unpacked());
        } else {
            args.add(starredExpression());
        }
        return true;
    }
}
