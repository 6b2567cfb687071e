package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.ExceptHandler;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.WithItem;

/** Statements with blocks (the language reference, "Compound statements"), but for definitions. */
final class CompoundParser {
    private static final int RULE_BLOCK = 50;

    private final Grammar g;
    private final TokenCursor t;

    CompoundParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** The compound statement that begins here, or null where none does. */
    Stmt compound() {
        return switch (t.kind()) {
            case IF -> ifStatement();
            case WHILE -> whileStatement();
            case FOR -> forStatement();
            case TRY -> tryStatement();
            case WITH -> withStatement();
            case DEF, CLASS, AT -> g.definitions.definition();
            case ASYNC -> async();
            case NAME -> t.atWord("match") ? match() : null;
            default -> null;
        };
    }

    private Stmt async() {
        return switch (t.kind(1)) {
            case DEF -> g.definitions.definition();
            case FOR -> forStatement();
            case WITH -> withStatement();
            default -> throw Backtrack.FAIL;
        };
    }

    /** {@code block}. */
    List<Stmt> block() {
        return t.secondPass ? t.memoized(RULE_BLOCK, this::blockOnce) : blockOnce();
    }

    private List<Stmt> blockOnce() {
        List<Stmt> body = new ArrayList<>();
        if (t.at(NEWLINE)) {
            t.pos++;
            if (!t.at(INDENT)) {
                if (t.diagnosing) {
                    throw t.errorAtLast(
                            PythonSyntaxException.Kind.INDENTATION, "expected an indented block");
                }
                throw Backtrack.FAIL;
            }
            t.pos++;
            g.statements.statements(body);
            if (body.isEmpty()) {
                throw Backtrack.FAIL;
            }
            t.expect(DEDENT);
        } else {
            g.statements.simpleStatements(body);
        }
        return List.copyOf(body);
    }

    private Stmt ifStatement() {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.conditional("if");
            t.pos = start;
        }
        t.expect(IF);
        Expr test = g.expressions.namedExpression();
        t.expect(COLON);
        List<Stmt> body = block();
        if (!t.at(ELIF)) {
            return new Stmt.If(test, body, elseBlock(), t.spanFrom(start));
        }
        // A chain of elif nests as deep as it is long: it is built from its end.
        List<Integer> starts = new ArrayList<>(List.of(start));
        List<Expr> tests = new ArrayList<>(List.of(test));
        List<List<Stmt>> bodies = new ArrayList<>(List.of(body));
        while (t.at(ELIF)) {
            int from = t.pos;
            if (t.diagnosing) {
                g.blockErrors.conditional("elif");
                t.pos = from;
            }
            t.pos++;
            starts.add(from);
            tests.add(g.expressions.namedExpression());
            t.expect(COLON);
            bodies.add(block());
        }
        List<Stmt> orelse = elseBlock();
        for (int i = starts.size() - 1; i >= 0; i--) {
            Stmt branch =
                    new Stmt.If(tests.get(i), bodies.get(i), orelse, t.spanFrom(starts.get(i)));
            orelse = List.of(branch);
        }
        return orelse.get(0);
    }

    /** {@code [else_block]}. */
    private List<Stmt> elseBlock() {
        if (!t.at(ELSE)) {
            return List.of();
        }
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.clause("else", "'else' statement");
            t.pos = start;
        }
        t.pos++;
        t.require(COLON, ":");
        List<Stmt> body = block();
        if (t.diagnosing && t.at(ELIF)) {
            g.blockErrors.elifAfterElse();
        }
        return body;
    }

    private Stmt whileStatement() {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.conditional("while");
            t.pos = start;
        }
        t.expect(WHILE);
        Expr test = g.expressions.namedExpression();
        t.expect(COLON);
        List<Stmt> body = block();
        return new Stmt.While(test, body, elseBlock(), t.spanFrom(start));
    }

    private Stmt forStatement() {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.forStatement();
            t.pos = start;
        }
        boolean async = t.accept(ASYNC);
        t.expect(FOR);
        Expr target;
        try {
            target = g.targets.starTargets();
            t.expect(IN);
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.expressionErrors.forTarget();
            }
            throw failure;
        }
        Expr iter = g.expressions.starExpressions();
        t.expect(COLON);
        String comment = t.typeComment();
        List<Stmt> body = block();
        List<Stmt> orelse = elseBlock();
        return async
                ? new Stmt.AsyncFor(target, iter, body, orelse, comment, t.spanFrom(start))
                : new Stmt.For(target, iter, body, orelse, comment, t.spanFrom(start));
    }

    // --- with

    private Stmt withStatement() {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.withIndent();
            t.pos = start;
        }
        try {
            boolean async = t.accept(ASYNC);
            t.expect(WITH);
            List<WithItem> items = null;
            if (t.at(LPAR)) {
                items = t.attempt(this::parenthesizedItems);
            }
            if (items == null) {
                items = withItems();
                t.expect(COLON);
            }
            String comment = t.typeComment();
            List<Stmt> body = block();
            return async
                    ? new Stmt.AsyncWith(items, body, comment, t.spanFrom(start))
                    : new Stmt.With(items, body, comment, t.spanFrom(start));
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.blockErrors.with();
            }
            throw failure;
        }
    }

    private List<WithItem> parenthesizedItems() {
        t.expect(LPAR);
        List<WithItem> items = new ArrayList<>(2);
        do {
            items.add(withItem());
        } while (t.accept(COMMA) && !t.at(RPAR));
        t.expect(RPAR);
        t.expect(COLON);
        return List.copyOf(items);
    }

    private List<WithItem> withItems() {
        List<WithItem> items = new ArrayList<>(2);
        do {
            items.add(withItem());
        } while (t.accept(COMMA));
        return List.copyOf(items);
    }

    private WithItem withItem() {
        int start = t.pos;
        Expr context = g.expressions.expression();
        if (!t.at(AS)) {
            return new WithItem(context, null);
        }
        int mark = t.pos++;
        try {
            Expr target = g.targets.starTarget();
            int kind = t.kind();
            if (kind != COMMA && kind != RPAR && kind != COLON) {
                throw Backtrack.FAIL;
            }
            return new WithItem(context, target);
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.statementErrors.withItem();
            }
            t.retreat(mark, failure);
            return new WithItem(context, null);
        }
    }

    // --- try

    private Stmt tryStatement() {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.tryStatement();
            t.pos = start;
        }
        t.expect(TRY);
        t.require(COLON, ":");
        List<Stmt> body = block();
        List<ExceptHandler> handlers = new ArrayList<>(2);
        boolean star = t.at(EXCEPT) && t.kind(1) == STAR;
        while (t.at(EXCEPT) && (t.kind(1) == STAR) == star) {
            int mark = t.pos;
            try {
                handlers.add(handler(star));
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        List<Stmt> orelse = handlers.isEmpty() ? List.of() : elseBlock();
        List<Stmt> last = List.of();
        if (t.at(FINALLY)) {
            last = finallyBlock();
        } else if (handlers.isEmpty()) {
            throw Backtrack.FAIL;
        }
        List<ExceptHandler> all = List.copyOf(handlers);
        return star
                ? new Stmt.TryStar(body, all, orelse, last, t.spanFrom(start))
                : new Stmt.Try(body, all, orelse, last, t.spanFrom(start));
    }

    private List<Stmt> finallyBlock() {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.clause("finally", "'finally' statement");
            t.pos = start;
        }
        t.pos++;
        t.require(COLON, ":");
        return block();
    }

    /** {@code except_block}, or with {@code star} {@code except_star_block}. */
    ExceptHandler handler(boolean star) {
        int start = t.pos;
        if (t.diagnosing) {
            g.blockErrors.exceptIndent(star);
            t.pos = start;
        }
        try {
            t.expect(EXCEPT);
            if (star) {
                t.expect(STAR);
            }
            Expr type = null;
            String name = null;
            if (star || !t.at(COLON)) {
                int from = t.pos;
                type = g.expressions.expression();
                if (t.accept(AS)) {
                    name = t.expectName();
                } else if (t.at(COMMA)) {
                    t.pos = from;
                    type = g.expressions.expressions();
                }
            }
            t.expect(COLON);
            List<Stmt> body = block();
            return new ExceptHandler(type, name, body, t.spanFrom(start));
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.blockErrors.except(star);
            }
            throw failure;
        }
    }

    // --- match

    /** The statement if {@code match} is a keyword here, else null. */
    private Stmt match() {
        switch (t.kind(1)) {
            case EQUAL, DOT, COMMA, RPAR, COLON, NEWLINE, SEMI, IN, IS -> {
                return null;
            }
            default -> {}
        }
        int start = t.pos;
        Expr subject = t.attempt(this::matchHead);
        if (subject == null) {
            if (t.diagnosing) {
                g.blockErrors.match();
                t.pos = start;
            }
            return null;
        }
        try {
            return g.patterns.cases(start, subject);
        } catch (Backtrack failure) {
            t.retreat(start, failure);
            if (t.diagnosing) {
                g.blockErrors.match();
                t.pos = start;
            }
            return null;
        }
    }

    private Expr matchHead() {
        t.pos++;
        Expr subject = g.expressions.subject();
        t.expect(COLON);
        t.expect(NEWLINE);
        t.expect(INDENT);
        if (!t.atWord("case")) {
            throw Backtrack.FAIL;
        }
        return subject;
    }
}
