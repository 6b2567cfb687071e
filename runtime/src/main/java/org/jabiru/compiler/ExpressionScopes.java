package org.jabiru.compiler;

import java.util.List;
import java.util.Map;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Keyword;
import org.jabiru.ast.Span;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.Scope.Symbol;
import org.jabiru.compiler.ScopeTree.Part;

/** The part of {@link ScopeBuilder} that walks expressions. */
final class ExpressionScopes {
    private final ScopeBuilder builder;
    private final Placement placement;

    /** Iterables of comprehensions around the expression. */
    private int iterables;

    ExpressionScopes(ScopeBuilder builder, ScopeTree tree) {
        this.builder = builder;
        this.placement = tree.placement;
    }

    private void all(List<Expr> list) {
        list.forEach(builder::expr);
    }

    void visit(Expr e) {
        switch (e) {
            case Expr.Name n -> {
                if (n.ctx() == ExprContext.DEL && n.id().equals("__debug__")) {
                    throw new CompileError("cannot delete __debug__", n.span());
                }
                if (n.ctx() == ExprContext.LOAD) {
                    builder.use(n.id());
                } else {
                    builder.bind(n.id(), n.span());
                }
            }
            case Expr.Constant c -> {}
            case Expr.Attribute a -> {
                if (a.ctx() == ExprContext.STORE && a.attr().equals("__debug__")) {
                    throw new CompileError("cannot assign to __debug__", a.span());
                }
                builder.expr(a.value());
            }
            case Expr.Subscript s -> {
                builder.literals.subscript(s);
                builder.expr(s.value());
                builder.expr(s.slice());
            }
            case Expr.Call c -> {
                builder.literals.call(c);
                builder.expr(c.func());
                all(c.args());
                for (Keyword k : c.keywords()) {
                    if ("__debug__".equals(k.arg())) {
                        throw new CompileError("cannot assign to __debug__", k.span());
                    }
                    builder.expr(k.value());
                }
            }
            case Expr.BoolOp b -> all(b.values());
            case Expr.NamedExpr n -> namedExpression(n);
            case Expr.BinOp b -> {
                builder.expr(b.left());
                builder.expr(b.right());
            }
            case Expr.UnaryOp u -> builder.expr(u.operand());
            case Expr.Lambda l -> lambda(l);
            case Expr.IfExp i -> {
                builder.expr(i.test());
                builder.expr(i.body());
                builder.expr(i.orelse());
            }
            case Expr.Dict d -> {
                for (int i = 0; i < d.values().size(); i++) {
                    builder.expr(d.keys().get(i));
                    builder.expr(d.values().get(i));
                }
            }
            case Expr.Set s -> all(s.elts());
            case Expr.List l -> all(l.elts());
            case Expr.Tuple t -> all(t.elts());
            case Expr.Starred s -> builder.expr(s.value());
            case Expr.Slice s -> {
                builder.expr(s.lower());
                builder.expr(s.upper());
                builder.expr(s.step());
            }
            case Expr.Compare c -> {
                builder.literals.compare(c);
                builder.expr(c.left());
                all(c.comparators());
            }
            case Expr.FormattedValue f -> {
                builder.expr(f.value());
                builder.expr(f.formatSpec());
            }
            case Expr.Interpolation f -> {
                builder.expr(f.value());
                builder.expr(f.formatSpec());
            }
            case Expr.JoinedStr j -> all(j.values());
            case Expr.TemplateStr t -> all(t.values());
            case Expr.Await a -> {
                forbidden(a.span(), "await expression");
                builder.expr(a.value());
                builder.awaits(a.span(), "'await' outside function");
                markAsyncComprehension();
            }
            case Expr.Yield y -> {
                yields(y.span(), "yield");
                builder.expr(y.value());
            }
            case Expr.YieldFrom y -> {
                yields(y.span(), "yield from");
                builder.expr(y.value());
            }
            case Expr.ListComp c ->
                    comprehension(c, "<listcomp>", c.generators(), c.elt(), null, false);
            case Expr.SetComp c ->
                    comprehension(c, "<setcomp>", c.generators(), c.elt(), null, false);
            case Expr.DictComp c ->
                    comprehension(c, "<dictcomp>", c.generators(), c.key(), c.value(), false);
            case Expr.GeneratorExp c ->
                    comprehension(c, "<genexpr>", c.generators(), c.elt(), null, true);
        }
    }

    private void markAsyncComprehension() {
        if (builder.scope.kind == Kind.COMPREHENSION) {
            builder.scope.isAsyncComprehension = true;
        }
    }

    private void forbidden(Span span, String what) {
        Scope s = builder.scope;
        switch (s.kind) {
            case ANNOTATION ->
                    throw new CompileError(what + " cannot be used within an annotation", span);
            case TYPE_PARAMETERS ->
                    throw new CompileError(
                            what + " cannot be used within the definition of a generic", span);
            case TYPE_EXPRESSION ->
                    throw new CompileError(what + " cannot be used within " + s.description, span);
            default -> {}
        }
    }

    private void yields(Span span, String keyword) {
        forbidden(span, "yield expression");
        Scope s = builder.scope;
        if (s.kind == Kind.COMPREHENSION) {
            String where =
                    switch (s.name) {
                        case "<listcomp>" -> "list comprehension";
                        case "<setcomp>" -> "set comprehension";
                        case "<dictcomp>" -> "dict comprehension";
                        default -> "generator expression";
                    };
            throw new CompileError("'yield' inside " + where, span);
        }
        if (s.kind != Kind.FUNCTION) {
            placement.report("'" + keyword + "' outside function", span);
        }
        s.isGenerator = true;
        s.isAsyncGenerator = s.isCoroutine;
    }

    private void lambda(Expr.Lambda l) {
        builder.defaults(l.args());
        Scope s = builder.enter(Kind.FUNCTION, "<lambda>", l, Part.BODY, l.span());
        s.isLambda = true;
        builder.parameters(l.args());
        placement.inBody(true, () -> s.isGenerator, () -> builder.expr(l.body()));
        builder.leave();
    }

    private void comprehension(
            Expr node,
            String name,
            List<Comprehension> generators,
            Expr first,
            Expr second,
            boolean generator) {
        iterable(generators.get(0));
        Scope parent = builder.scope;
        Scope s = builder.enter(Kind.COMPREHENSION, name, node, Part.BODY, node.span());
        s.isGeneratorExpression = generator;
        s.isGenerator = generator;
        s.inlined = !generator && !parent.seesClass;
        if (!s.inlined) {
            builder.parameter(".0", node.span());
        }
        for (int i = 0; i < generators.size(); i++) {
            Comprehension c = generators.get(i);
            s.isAsyncComprehension |= c.isAsync();
            targets(c.target());
            builder.expr(c.target());
            if (i > 0) {
                iterable(c);
            }
            all(c.ifs());
        }
        builder.expr(second == null ? null : first);
        builder.expr(second == null ? first : second);
        builder.leave();
        if (s.isAsyncComprehension && !generator && parent.kind == Kind.COMPREHENSION) {
            parent.isAsyncComprehension = true;
        }
        if (s.isAsyncComprehension && !generator && parent.kind == Kind.ANNOTATION) {
            throw new CompileError(
                    "asynchronous comprehension outside of an asynchronous function", node.span());
        }
        if (s.isAsyncComprehension && !generator) {
            builder.awaits(
                    node.span(), "asynchronous comprehension outside of an asynchronous function");
        }
        if (s.inlined && !s.isInlinedInClass()) {
            for (Map.Entry<String, Symbol> e : s.symbols.entrySet()) {
                Symbol symbol = e.getValue();
                if (!symbol.isBound() && !symbol.global && !symbol.nonlocal) {
                    parent.symbol(e.getKey()).usedInside = true;
                }
            }
        }
    }

    private void iterable(Comprehension c) {
        iterables++;
        builder.expr(c.iter());
        iterables--;
    }

    private void targets(Expr target) {
        switch (target) {
            case Expr.Name n -> {
                Symbol symbol = builder.scope.symbol(builder.scope.mangle(n.id()));
                if (symbol.assignedOutside) {
                    throw new CompileError(
                            "comprehension inner loop cannot rebind assignment expression target '"
                                    + n.id()
                                    + "'",
                            n.span());
                }
                symbol.iterationVariable = true;
            }
            case Expr.Tuple t -> t.elts().forEach(this::targets);
            case Expr.List l -> l.elts().forEach(this::targets);
            case Expr.Starred s -> targets(s.value());
            default -> {}
        }
    }

    /** PEP 572: in a comprehension the target belongs to the scope around it. */
    private void namedExpression(Expr.NamedExpr n) {
        Scope here = builder.scope;
        forbidden(n.span(), "named expression");
        if (iterables > 0) {
            throw new CompileError(
                    "assignment expression cannot be used in a comprehension iterable expression",
                    n.span());
        }
        if (here.kind != Kind.COMPREHENSION) {
            builder.expr(n.value());
            builder.expr(n.target());
            return;
        }
        Expr.Name target = (Expr.Name) n.target();
        String name = here.mangle(target.id());
        Scope s = here;
        while (s.kind == Kind.COMPREHENSION) {
            Symbol known = s.symbols.get(name);
            if (known != null && known.iterationVariable) {
                throw new CompileError(
                        "assignment expression cannot rebind comprehension iteration variable '"
                                + target.id()
                                + "'",
                        target.span());
            }
            s = s.parent;
        }
        if (s.kind == Kind.CLASS) {
            throw new CompileError(
                    "assignment expression within a comprehension cannot be used in a class body",
                    target.span());
        }
        String where =
                switch (s.kind) {
                    case TYPE_PARAMETERS -> "within the definition of a generic";
                    case TYPE_EXPRESSION -> "in " + s.description;
                    case ANNOTATION -> "within an annotation";
                    default -> null;
                };
        if (where != null) {
            throw new CompileError(
                    "assignment expression within a comprehension cannot be used " + where,
                    target.span());
        }
        Symbol owner = s.symbol(name);
        if (s.isFunctionLike()) {
            if (!owner.global && !owner.nonlocal) {
                owner.assigned = true;
            }
        } else {
            owner.assigned = true;
        }
        for (Scope c = here; c != s; c = c.parent) {
            Symbol symbol = c.symbol(name);
            symbol.used = true;
            symbol.assignedOutside = true;
            if (!c.inlined) {
                if (s.isFunctionLike() && !owner.global) {
                    symbol.nonlocal = true;
                } else {
                    symbol.global = true;
                }
            }
        }
        builder.expr(n.value());
    }
}
