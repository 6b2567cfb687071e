package org.jabiru.modules.ast;

import java.util.List;
import org.jabiru.ast.Alias;
import org.jabiru.ast.ExceptHandler;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Keyword;
import org.jabiru.ast.MatchCase;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.TypeParam;
import org.jabiru.ast.WithItem;
import org.jabiru.object.Errors;

/**
 * Refuses trees made by hand that the grammar could not give: they are ValueErrors, or TypeErrors
 * where CPython says so.
 */
final class TreeValidator {
    private final ExpressionValidator expressions = new ExpressionValidator();
    private final PatternValidator patterns = new PatternValidator(expressions);

    private TreeValidator() {}

    /** Checks a tree. */
    static void validate(Mod mod) {
        TreeValidator v = new TreeValidator();
        switch (mod) {
            case Mod.Module m -> v.statements(m.body());
            case Mod.Interactive m -> v.statements(m.body());
            case Mod.Expression m -> v.load(m.body());
            case Mod.FunctionType m -> {
                m.argtypes().forEach(v::load);
                v.load(m.returns());
            }
        }
    }

    private void load(Expr e) {
        expressions.load(e);
    }

    private void store(Expr e) {
        expressions.visit(e, ExprContext.STORE);
    }

    private void statements(List<Stmt> body) {
        body.forEach(this::statement);
    }

    private static void notEmpty(List<?> list, String what, String owner) {
        if (list.isEmpty()) {
            throw Errors.valueError("empty %s on %s", what, owner);
        }
    }

    private void body(List<Stmt> body, String owner) {
        notEmpty(body, "body", owner);
        statements(body);
    }

    private void statement(Stmt s) {
        switch (s) {
            case Stmt.FunctionDef f -> {
                body(f.body(), "FunctionDef");
                typeParameters(f.typeParams());
                expressions.arguments(f.args());
                f.decoratorList().forEach(this::load);
                load(f.returns());
            }
            case Stmt.AsyncFunctionDef f -> {
                body(f.body(), "AsyncFunctionDef");
                typeParameters(f.typeParams());
                expressions.arguments(f.args());
                f.decoratorList().forEach(this::load);
                load(f.returns());
            }
            case Stmt.ClassDef c -> {
                body(c.body(), "ClassDef");
                typeParameters(c.typeParams());
                c.bases().forEach(this::load);
                for (Keyword k : c.keywords()) {
                    load(k.value());
                }
                c.decoratorList().forEach(this::load);
            }
            case Stmt.Return r -> load(r.value());
            case Stmt.Delete d -> {
                notEmpty(d.targets(), "targets", "Delete");
                d.targets().forEach(t -> expressions.visit(t, ExprContext.DEL));
            }
            case Stmt.Assign a -> {
                notEmpty(a.targets(), "targets", "Assign");
                a.targets().forEach(this::store);
                load(a.value());
            }
            case Stmt.AugAssign a -> {
                store(a.target());
                load(a.value());
            }
            case Stmt.AnnAssign a -> {
                if (a.simple() && !(a.target() instanceof Expr.Name)) {
                    throw Errors.typeError("AnnAssign with simple non-Name target");
                }
                store(a.target());
                load(a.value());
                load(a.annotation());
            }
            case Stmt.TypeAlias a -> {
                if (!(a.name() instanceof Expr.Name)) {
                    throw Errors.typeError("TypeAlias with non-Name name");
                }
                store(a.name());
                typeParameters(a.typeParams());
                load(a.value());
            }
            case Stmt.For f -> loop(f.target(), f.iter(), f.body(), f.orelse(), "For");
            case Stmt.AsyncFor f -> loop(f.target(), f.iter(), f.body(), f.orelse(), "AsyncFor");
            case Stmt.While w -> {
                load(w.test());
                body(w.body(), "While");
                statements(w.orelse());
            }
            case Stmt.If i -> {
                load(i.test());
                body(i.body(), "If");
                statements(i.orelse());
            }
            case Stmt.With w -> with(w.items(), w.body(), "With");
            case Stmt.AsyncWith w -> with(w.items(), w.body(), "AsyncWith");
            case Stmt.Match m -> {
                load(m.subject());
                notEmpty(m.cases(), "cases", "Match");
                for (MatchCase c : m.cases()) {
                    patterns.visit(c.pattern(), false);
                    load(c.guard());
                    body(c.body(), "match_case");
                }
            }
            case Stmt.Raise r -> {
                load(r.exc());
                if (r.exc() == null && r.cause() != null) {
                    throw Errors.valueError("Raise with cause but no exception");
                }
                load(r.cause());
            }
            case Stmt.Try t -> tried(t.body(), t.handlers(), t.orelse(), t.finalbody(), "Try");
            case Stmt.TryStar t ->
                    tried(t.body(), t.handlers(), t.orelse(), t.finalbody(), "TryStar");
            case Stmt.Assert a -> {
                load(a.test());
                load(a.msg());
            }
            case Stmt.Import i -> notEmpty(i.names(), "names", "Import");
            case Stmt.ImportFrom i -> importFrom(i.names(), i.level());
            case Stmt.Global g -> notEmpty(g.names(), "names", "Global");
            case Stmt.Nonlocal n -> notEmpty(n.names(), "names", "Nonlocal");
            case Stmt.ExprStmt e -> load(e.value());
            case Stmt.Pass p -> {}
            case Stmt.Break b -> {}
            case Stmt.Continue c -> {}
        }
    }

    private static void importFrom(List<Alias> names, int level) {
        if (level < 0) {
            throw Errors.valueError("Negative ImportFrom level");
        }
        notEmpty(names, "names", "ImportFrom");
    }

    private void loop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String owner) {
        store(target);
        load(iter);
        body(body, owner);
        statements(orelse);
    }

    private void with(List<WithItem> items, List<Stmt> body, String owner) {
        notEmpty(items, "items", owner);
        for (WithItem item : items) {
            load(item.contextExpr());
            store(item.optionalVars());
        }
        body(body, owner);
    }

    private void tried(
            List<Stmt> body,
            List<ExceptHandler> handlers,
            List<Stmt> orelse,
            List<Stmt> last,
            String owner) {
        body(body, owner);
        if (handlers.isEmpty() && last.isEmpty()) {
            throw Errors.valueError("%s has neither except handlers nor finalbody", owner);
        }
        if (handlers.isEmpty() && !orelse.isEmpty()) {
            throw Errors.valueError("%s has orelse but no except handlers", owner);
        }
        for (ExceptHandler h : handlers) {
            load(h.type());
            body(h.body(), "ExceptHandler");
        }
        statements(last);
        statements(orelse);
    }

    private void typeParameters(List<TypeParam> params) {
        for (TypeParam p : params) {
            ExpressionValidator.name(p.name());
            if (p instanceof TypeParam.TypeVar v) {
                load(v.bound());
            }
            load(p.defaultValue());
        }
    }
}
