package org.jabiru.compiler;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Stmt;

/** The attributes that the functions of a class assign through the name {@code self}. */
final class SelfAttributes {
    private final Set<String> names = new TreeSet<>();

    SelfAttributes(Stmt.ClassDef c) {
        c.body().forEach(s -> visit(s, false));
    }

    Set<String> names() {
        return names;
    }

    private void visit(Object node, boolean inFunction) {
        switch (node) {
            case null -> {}
            case Stmt.ClassDef c -> {}
            case Stmt.FunctionDef f -> f.body().forEach(s -> visit(s, true));
            case Stmt.AsyncFunctionDef f -> f.body().forEach(s -> visit(s, true));
            case Expr.Attribute a -> {
                if (inFunction
                        && a.ctx() == ExprContext.STORE
                        && a.value() instanceof Expr.Name n
                        && n.id().equals("self")) {
                    names.add(a.attr());
                }
                visit(a.value(), inFunction);
            }
            case List<?> list -> list.forEach(x -> visit(x, inFunction));
            case Stmt.Assign a -> {
                visit(a.targets(), inFunction);
                visit(a.value(), inFunction);
            }
            case Stmt.AugAssign a -> visit(a.target(), inFunction);
            case Stmt.AnnAssign a -> visit(a.target(), inFunction);
            case Stmt.If i -> {
                visit(i.body(), inFunction);
                visit(i.orelse(), inFunction);
            }
            case Stmt.While w -> {
                visit(w.body(), inFunction);
                visit(w.orelse(), inFunction);
            }
            case Stmt.For f -> {
                visit(f.target(), inFunction);
                visit(f.body(), inFunction);
                visit(f.orelse(), inFunction);
            }
            case Stmt.AsyncFor f -> {
                visit(f.target(), inFunction);
                visit(f.body(), inFunction);
                visit(f.orelse(), inFunction);
            }
            case Stmt.With w -> {
                w.items().forEach(i -> visit(i.optionalVars(), inFunction));
                visit(w.body(), inFunction);
            }
            case Stmt.AsyncWith w -> {
                w.items().forEach(i -> visit(i.optionalVars(), inFunction));
                visit(w.body(), inFunction);
            }
            case Stmt.Match m -> m.cases().forEach(c -> visit(c.body(), inFunction));
            case Stmt.Try t -> {
                visit(t.body(), inFunction);
                t.handlers().forEach(h -> visit(h.body(), inFunction));
                visit(t.orelse(), inFunction);
                visit(t.finalbody(), inFunction);
            }
            case Stmt.TryStar t -> {
                visit(t.body(), inFunction);
                t.handlers().forEach(h -> visit(h.body(), inFunction));
                visit(t.orelse(), inFunction);
                visit(t.finalbody(), inFunction);
            }
            case Expr.Tuple t -> visit(t.elts(), inFunction);
            case Expr.List l -> visit(l.elts(), inFunction);
            case Expr.Starred s -> visit(s.value(), inFunction);
            default -> {}
        }
    }
}
