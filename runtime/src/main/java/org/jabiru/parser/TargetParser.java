package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Singleton;

/** Targets of assignments, loops, {@code with} and {@code del}: expressions turned into them. */
final class TargetParser {
    private final Grammar g;
    private final TokenCursor t;

    TargetParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    /** {@code star_targets}: one, or several as a tuple. */
    Expr starTargets() {
        int start = t.pos;
        Expr first = starTarget();
        if (!t.at(COMMA)) {
            return first;
        }
        List<Expr> elts = new ArrayList<>();
        elts.add(first);
        while (t.accept(COMMA)) {
            int kind = t.kind();
            if (kind != NAME && kind != STAR && kind != LPAR && kind != LSQB) {
                if (kind == IN || kind == EQUAL) {
                    break;
                }
            }
            int mark = t.pos;
            try {
                elts.add(starTarget());
            } catch (Backtrack failure) {
                t.retreat(mark, failure);
                break;
            }
        }
        return new Expr.Tuple(List.copyOf(elts), ExprContext.STORE, t.spanFrom(start));
    }

    /** {@code star_target}. */
    Expr starTarget() {
        if (t.at(STAR)) {
            int start = t.pos++;
            if (t.at(STAR)) {
                throw Backtrack.FAIL;
            }
            Expr value = starTarget();
            return new Expr.Starred(value, ExprContext.STORE, t.spanFrom(start));
        }
        return as(ExprContext.STORE, g.primaries.primary());
    }

    /** {@code del_target}. */
    Expr delTarget() {
        return as(ExprContext.DEL, g.primaries.primary());
    }

    /** {@code value} as a target; fails on what cannot be one. */
    Expr as(ExprContext ctx, Expr value) {
        return switch (value) {
            case Expr.Name n -> new Expr.Name(n.id(), ctx, n.span());
            case Expr.Attribute a -> new Expr.Attribute(a.value(), a.attr(), ctx, a.span());
            case Expr.Subscript s -> new Expr.Subscript(s.value(), s.slice(), ctx, s.span());
            case Expr.Starred s when ctx == ExprContext.STORE ->
                    new Expr.Starred(as(ctx, s.value()), ctx, s.span());
            case Expr.Tuple l -> new Expr.Tuple(all(ctx, l.elts()), ctx, l.span());
            case Expr.List l -> new Expr.List(all(ctx, l.elts()), ctx, l.span());
            default -> throw Backtrack.FAIL;
        };
    }

    private List<Expr> all(ExprContext ctx, List<Expr> elts) {
        List<Expr> result = new ArrayList<>(elts.size());
        for (Expr e : elts) {
            result.add(as(ctx, e));
        }
        return List.copyOf(result);
    }

    /** The target of {@code +=} or of an annotation. */
    Expr single(Expr value) {
        return switch (value) {
            case Expr.Name n -> as(ExprContext.STORE, n);
            case Expr.Attribute a -> as(ExprContext.STORE, a);
            case Expr.Subscript s -> as(ExprContext.STORE, s);
            default -> throw Backtrack.FAIL;
        };
    }

    /** What kind of targets a place wants. */
    enum Wanted {
        STAR,
        DEL,
        FOR
    }

    /** The first part of {@code value} that cannot be such a target, or null. */
    static Expr invalid(Wanted wanted, Expr value) {
        return switch (value) {
            case Expr.List l -> firstInvalid(wanted, l.elts());
            case Expr.Tuple l -> firstInvalid(wanted, l.elts());
            case Expr.Starred s -> wanted == Wanted.DEL ? s : invalid(wanted, s.value());
            case Expr.Compare c when wanted == Wanted.FOR ->
                    c.ops().get(0) == CmpOp.IN ? invalid(wanted, c.left()) : null;
            case Expr.Name _, Expr.Subscript _, Expr.Attribute _ -> null;
            default -> value;
        };
    }

    private static Expr firstInvalid(Wanted wanted, List<Expr> elts) {
        for (Expr e : elts) {
            Expr found = invalid(wanted, e);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Reports the part of {@code value} that cannot be a target; fails where there is none. */
    void reject(Wanted wanted, Expr value) {
        Expr bad = invalid(wanted, value);
        if (bad == null) {
            throw Backtrack.FAIL;
        }
        String verb = wanted == Wanted.DEL ? "delete" : "assign to";
        throw t.errorAt(bad, "cannot " + verb + " " + describe(bad));
    }

    /** What an expression is called in messages. */
    static String describe(Expr e) {
        return switch (e) {
            case Expr.Attribute _ -> "attribute";
            case Expr.Subscript _ -> "subscript";
            case Expr.Starred _ -> "starred";
            case Expr.Name _ -> "name";
            case Expr.List _ -> "list";
            case Expr.Tuple _ -> "tuple";
            case Expr.Lambda _ -> "lambda";
            case Expr.Call _ -> "function call";
            case Expr.BoolOp _, Expr.BinOp _, Expr.UnaryOp _ -> "expression";
            case Expr.GeneratorExp _ -> "generator expression";
            case Expr.Yield _, Expr.YieldFrom _ -> "yield expression";
            case Expr.Await _ -> "await expression";
            case Expr.ListComp _ -> "list comprehension";
            case Expr.SetComp _ -> "set comprehension";
            case Expr.DictComp _ -> "dict comprehension";
            case Expr.Dict _ -> "dict literal";
            case Expr.Set _ -> "set display";
            case Expr.JoinedStr _, Expr.FormattedValue _ -> "f-string expression";
            case Expr.TemplateStr _, Expr.Interpolation _ -> "t-string expression";
            case Expr.Constant c ->
                    switch (c.value()) {
                        case Boolean b -> b ? "True" : "False";
                        case Singleton s -> s == Singleton.NONE ? "None" : "ellipsis";
                        default -> "literal";
                    };
            case Expr.Compare _ -> "comparison";
            case Expr.IfExp _ -> "conditional expression";
            case Expr.NamedExpr _ -> "named expression";
            case Expr.Slice _ -> "slice";
        };
    }

    /** The last expression of a comprehension's clauses: where an error about them ends. */
    static Expr lastOf(List<Comprehension> clauses) {
        Comprehension last = clauses.get(clauses.size() - 1);
        return last.ifs().isEmpty() ? last.iter() : last.ifs().get(last.ifs().size() - 1);
    }
}
