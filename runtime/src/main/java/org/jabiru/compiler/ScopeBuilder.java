package org.jabiru.compiler;

import java.util.List;
import org.jabiru.ast.Alias;
import org.jabiru.ast.Arg;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.ExceptHandler;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Keyword;
import org.jabiru.ast.MatchCase;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Pattern;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.TypeParam;
import org.jabiru.ast.WithItem;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.Scope.Symbol;
import org.jabiru.compiler.ScopeTree.Part;

/** Walks the statements of a module and records in each scope how names occur. */
final class ScopeBuilder {
    private final ScopeTree tree;
    private final boolean futureAnnotations;
    private final ExpressionScopes expressions;
    final LiteralWarnings literals;
    private final FinallyWarnings exits;
    private final Placement placement;
    private final TypeScopes types;
    private List<Stmt> topLevel = List.of();

    /** Inside the annotation of a local variable, which never runs: its names are not needed. */
    private boolean unevaluated;

    Scope scope;

    ScopeBuilder(ScopeTree tree, boolean futureAnnotations, CompilerWarnings warnings) {
        this.literals = new LiteralWarnings(warnings);
        this.exits = new FinallyWarnings(warnings);
        this.tree = tree;
        this.placement = tree.placement;
        this.futureAnnotations = futureAnnotations;
        this.scope = tree.module;
        this.expressions = new ExpressionScopes(this, tree);
        this.types = new TypeScopes(this, tree);
    }

    void visit(Mod mod) {
        if (mod instanceof Mod.Expression e) {
            expr(e.body());
        } else {
            topLevel = mod.statements();
            statements(topLevel);
        }
    }

    void statements(List<Stmt> body) {
        body.forEach(this::statement);
    }

    /** An await, which makes a module a coroutine where that is allowed. */
    void awaits(Span span, String problem) {
        Scope s = scope;
        while (s.kind == Kind.COMPREHENSION && !s.isGeneratorExpression) {
            s = s.parent;
        }
        if (s.kind == Kind.MODULE) {
            s.awaits = s.awaits == null ? new CompileError(problem, span).asEarly() : s.awaits;
        }
    }

    void expr(Expr e) {
        if (e != null) {
            expressions.visit(e);
        }
    }

    private void exprs(List<Expr> list) {
        list.forEach(this::expr);
    }

    private void statement(Stmt s) {
        switch (s) {
            case Stmt.FunctionDef f ->
                    function(
                            f,
                            f.name(),
                            f.args(),
                            f.body(),
                            f.decoratorList(),
                            f.returns(),
                            f.typeParams(),
                            false);
            case Stmt.AsyncFunctionDef f ->
                    function(
                            f,
                            f.name(),
                            f.args(),
                            f.body(),
                            f.decoratorList(),
                            f.returns(),
                            f.typeParams(),
                            true);
            case Stmt.ClassDef c -> classDef(c);
            case Stmt.Return r -> {
                exits.leaves("return", r.span());
                placement.functionExit(r.span());
                expr(r.value());
            }
            case Stmt.Delete d -> exprs(d.targets());
            case Stmt.Assign a -> {
                expr(a.value());
                exprs(a.targets());
            }
            case Stmt.TypeAlias a -> types.alias(a);
            case Stmt.AugAssign a -> {
                expr(a.target());
                if (a.target() instanceof Expr.Name n) {
                    use(n.id());
                }
                expr(a.value());
            }
            case Stmt.AnnAssign a -> annotatedAssignment(a);
            case Stmt.For f -> loop(f, f.target(), f.iter(), f.body(), f.orelse());
            case Stmt.AsyncFor f -> {
                awaits(f.span(), "'async for' outside async function");
                loop(f, f.target(), f.iter(), f.body(), f.orelse());
            }
            case Stmt.While w -> {
                expr(w.test());
                placement.inLoop(w.span(), () -> exits.inside(() -> statements(w.body())));
                statements(w.orelse());
            }
            case Stmt.If i -> {
                expr(i.test());
                statements(i.body());
                statements(i.orelse());
            }
            case Stmt.With w -> with(w.items(), w.body());
            case Stmt.AsyncWith w -> {
                awaits(w.span(), "'async with' outside async function");
                with(w.items(), w.body());
            }
            case Stmt.Match m -> match(m);
            case Stmt.Raise r -> {
                expr(r.exc());
                expr(r.cause());
            }
            case Stmt.Try t -> tryStatement(t, t.body(), t.handlers(), t.orelse(), t.finalbody());
            case Stmt.TryStar t ->
                    tryStatement(t, t.body(), t.handlers(), t.orelse(), t.finalbody());
            case Stmt.Assert a -> {
                literals.assertion(a);
                expr(a.test());
                expr(a.msg());
            }
            case Stmt.Import i -> i.names().forEach(a -> imported(a, true));
            case Stmt.ImportFrom i -> {
                checkFuture(i);
                i.names().forEach(a -> imported(a, false));
            }
            case Stmt.Global g -> g.names().forEach(n -> declare(n, g.span(), true));
            case Stmt.Nonlocal n -> n.names().forEach(x -> declare(x, n.span(), false));
            case Stmt.ExprStmt e -> expr(e.value());
            case Stmt.Pass p -> {}
            case Stmt.Break b -> {
                exits.leaves("break", b.span());
                placement.loopExit("'break' outside loop", b.span());
            }
            case Stmt.Continue c -> {
                exits.leaves("continue", c.span());
                placement.loopExit("'continue' not properly in loop", c.span());
            }
        }
    }

    /** Future statements stand at the top of the module, and nowhere else. */
    private void checkFuture(Stmt.ImportFrom i) {
        boolean future = "__future__".equals(i.module()) && i.level() == 0;
        if (future && topLevel.stream().noneMatch(s -> s == i)) {
            throw new CompileError(
                    "from __future__ imports must occur at the beginning of the file", i.span());
        }
    }

    private void loop(Stmt node, Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
        expr(target);
        expr(iter);
        placement.inLoop(node.span(), () -> exits.inside(() -> statements(body)));
        statements(orelse);
    }

    private void with(List<WithItem> items, List<Stmt> body) {
        if (items.isEmpty()) {
            statements(body);
            return;
        }
        WithItem item = items.get(0);
        expr(item.contextExpr());
        expr(item.optionalVars());
        placement.inBlocks(
                1, item.contextExpr().span(), () -> with(items.subList(1, items.size()), body));
    }

    private void tryStatement(
            Stmt node,
            List<Stmt> body,
            List<ExceptHandler> handlers,
            List<Stmt> orelse,
            List<Stmt> last) {
        Span span = node.span();
        placement.inBlocks(
                last.isEmpty() ? 0 : 1,
                span,
                () -> {
                    placement.inBlocks(handlers.isEmpty() ? 0 : 1, span, () -> statements(body));
                    for (ExceptHandler h : handlers) {
                        handler(h, node instanceof Stmt.TryStar);
                    }
                    statements(orelse);
                });
        exits.inFinally(() -> statements(last));
    }

    private void handler(ExceptHandler h, boolean star) {
        expr(h.type());
        if (h.name() != null) {
            bind(h.name(), h.span());
        }
        placement.inBlocks(
                2,
                h.span(),
                () -> {
                    if (star) {
                        placement.inExceptStar(() -> statements(h.body()));
                    } else {
                        statements(h.body());
                    }
                });
    }

    private void imported(Alias a, boolean dotted) {
        if (a.name().equals("*")) {
            if (scope.kind != Kind.MODULE) {
                throw new CompileError("import * only allowed at module level", a.span());
            }
            return;
        }
        String bound = a.asname() != null ? a.asname() : a.name();
        int dot = dotted && a.asname() == null ? bound.indexOf('.') : -1;
        String name = dot < 0 ? bound : bound.substring(0, dot);
        if (name.equals("__debug__")) {
            throw new CompileError("cannot assign to __debug__", a.span());
        }
        scope.symbol(scope.mangle(name)).imported = true;
    }

    private void match(Stmt.Match m) {
        expr(m.subject());
        for (MatchCase c : m.cases()) {
            pattern(c.pattern());
            expr(c.guard());
            statements(c.body());
        }
    }

    private void pattern(Pattern p) {
        switch (p) {
            case Pattern.MatchValue v -> expr(v.value());
            case Pattern.MatchSingleton v -> {}
            case Pattern.MatchSequence v -> v.patterns().forEach(this::pattern);
            case Pattern.MatchMapping v -> {
                exprs(v.keys());
                v.patterns().forEach(this::pattern);
                bindOptional(v.rest(), v.span());
            }
            case Pattern.MatchClass v -> {
                expr(v.cls());
                if (v.kwdAttrs().contains("__debug__")) {
                    throw new CompileError("cannot assign to __debug__", v.span());
                }
                v.patterns().forEach(this::pattern);
                v.kwdPatterns().forEach(this::pattern);
            }
            case Pattern.MatchStar v -> bindOptional(v.name(), v.span());
            case Pattern.MatchAs v -> {
                if (v.pattern() != null) {
                    pattern(v.pattern());
                }
                bindOptional(v.name(), v.span());
            }
            case Pattern.MatchOr v -> v.patterns().forEach(this::pattern);
        }
    }

    private void bindOptional(String name, Span span) {
        if (name != null) {
            bind(name, span);
        }
    }

    // ---- names ----

    void use(String identifier) {
        if (unevaluated) {
            return;
        }
        Symbol symbol = scope.symbol(scope.mangle(identifier));
        symbol.used = true;
        symbol.implicit = false;
        if (identifier.equals("super") && scope.isFunctionLike() && scope.kind != Kind.ANNOTATION) {
            scope.symbol("__class__").used = true;
        }
    }

    Symbol bind(String identifier, Span span) {
        if (identifier.equals("__debug__")) {
            throw new CompileError("cannot assign to __debug__", span);
        }
        Symbol symbol = scope.symbol(scope.mangle(identifier));
        symbol.assigned = true;
        symbol.implicit = false;
        return symbol;
    }

    private void declare(String identifier, Span span, boolean global) {
        Symbol symbol = scope.symbol(scope.mangle(identifier));
        String word = global ? "global" : "nonlocal";
        String problem = null;
        boolean both = global ? symbol.nonlocal : symbol.global;
        if (symbol.parameter) {
            problem = "name '%s' is parameter and " + word;
        } else if (both) {
            problem = "name '%s' is nonlocal and global";
        } else if (symbol.annotated) {
            problem = "annotated name '%s' can't be " + word;
        } else if (symbol.assigned) {
            problem = "name '%s' is assigned to before " + word + " declaration";
        } else if (symbol.used) {
            problem = "name '%s' is used prior to " + word + " declaration";
        }
        if (problem != null) {
            throw new CompileError(
                    problem.replace("%s", identifier), both ? symbol.declaration : span);
        }
        symbol.declaration = span;
        if (global) {
            symbol.global = true;
            // The module itself then treats the name as global too: it matters in exec().
            Scope module = scope;
            while (module.parent != null) {
                module = module.parent;
            }
            module.symbol(scope.mangle(identifier)).global = true;
        } else {
            symbol.nonlocal = true;
        }
    }

    // ---- scopes ----

    Scope enter(Kind kind, String name, Object node, Part part, Span span) {
        String privateName = kind == Kind.CLASS ? name : scope.privateName;
        Scope s = new Scope(kind, name, scope, privateName, span);
        s.mangledNames = kind == Kind.CLASS ? null : scope.mangledNames;
        tree.put(node, part, s);
        scope = s;
        return s;
    }

    void leave() {
        scope = scope.parent;
    }

    /** Lets a scope for annotations or types inside a class look names up in that class first. */
    void seeClass(Scope s) {
        if (s.parent.kind == Kind.CLASS || s.parent.seesClass && s.kind != Kind.FUNCTION) {
            s.seesClass = true;
            s.symbol("__classdict__").used = true;
        }
    }

    private void function(
            Stmt node,
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decorators,
            Expr returns,
            List<TypeParam> typeParams,
            boolean async) {
        exprs(decorators);
        bind(name, node.span());
        defaults(args);
        if (!typeParams.isEmpty()) {
            types.parameters(node, name, typeParams);
        }
        annotationsOf(node, args, returns);
        Scope s = enter(Kind.FUNCTION, name, node, Part.BODY, node.span());
        s.isCoroutine = async;
        parameters(args);
        placement.inBody(
                true,
                () -> s.isGenerator || s.isCoroutine,
                () -> exits.inside(() -> statements(body)));
        leave();
        if (!typeParams.isEmpty()) {
            leave();
        }
    }

    void defaults(Arguments args) {
        exprs(args.defaults());
        exprs(args.kwDefaults());
    }

    private void annotationsOf(Stmt node, Arguments args, Expr returns) {
        Scope s = enter(Kind.ANNOTATION, "__annotate__", node, Part.ANNOTATIONS, node.span());
        if (!futureAnnotations) {
            seeClass(s);
        }
        parameter(".format", s.span);
        for (Arg a : FunctionParameters.all(args)) {
            deferred(a.annotation());
        }
        deferred(returns);
        leave();
    }

    /** An annotation in its scope: where it stays text, it is visited for its errors only. */
    private void deferred(Expr annotation) {
        if (!futureAnnotations) {
            expr(annotation);
        } else if (annotation != null) {
            Scope around = scope;
            Scope checked = new Scope(Kind.ANNOTATION, "__annotate__", around, null, around.span);
            around.children.remove(checked);
            scope = checked;
            expr(annotation);
            scope = around;
        }
    }

    void parameters(Arguments args) {
        for (Arg a : FunctionParameters.ordered(args)) {
            parameter(a.arg(), a.span());
        }
        scope.hasVarArgs = args.vararg() != null;
        scope.hasVarKeywords = args.kwarg() != null;
    }

    void parameter(String identifier, Span span) {
        String name = scope.mangle(identifier);
        if (identifier.equals("__debug__")) {
            throw new CompileError("cannot assign to __debug__", span);
        }
        Symbol symbol = scope.symbol(name);
        if (symbol.parameter) {
            throw new CompileError(
                    "duplicate argument '" + identifier + "' in function definition", span);
        }
        symbol.parameter = true;
        symbol.used |= identifier.equals(".format");
        scope.parameters.add(name);
    }

    private void classDef(Stmt.ClassDef c) {
        exprs(c.decoratorList());
        bind(c.name(), c.span());
        boolean generic = !c.typeParams().isEmpty();
        if (generic) {
            Scope s = types.parameters(c, c.name(), c.typeParams());
            s.symbol(".type_params").assigned = true;
            s.symbol(".type_params").used = true;
            s.symbol(".generic_base").assigned = true;
            s.symbol(".generic_base").used = true;
        }
        exprs(c.bases());
        for (Keyword k : c.keywords()) {
            if ("__debug__".equals(k.arg())) {
                throw new CompileError("cannot assign to __debug__", k.span());
            }
            expr(k.value());
        }
        Scope s = enter(Kind.CLASS, c.name(), c, Part.BODY, c.span());
        if (generic) {
            s.symbol(".type_params").used = true;
        }
        for (String implicit : List.of("__module__", "__qualname__")) {
            Symbol symbol = s.symbol(implicit);
            symbol.assigned = true;
            symbol.implicit = true;
        }
        placement.inBody(false, () -> false, () -> exits.inside(() -> statements(c.body())));
        leave();
        if (generic) {
            leave();
        }
    }

    private void annotatedAssignment(Stmt.AnnAssign a) {
        if (a.target() instanceof Expr.Name n) {
            Symbol symbol = scope.symbol(scope.mangle(n.id()));
            if (a.simple() && (symbol.global || symbol.nonlocal) && scope.kind != Kind.MODULE) {
                throw new CompileError(
                        "annotated name '"
                                + n.id()
                                + "' can't be "
                                + (symbol.global ? "global" : "nonlocal"),
                        a.span());
            }
            if (a.simple() || a.value() != null) {
                bind(n.id(), n.span());
                symbol.annotated |= a.simple();
            }
        } else {
            expr(a.target());
        }
        expr(a.value());
        annotation(a);
    }

    /** Annotations of a class or module share one deferred scope; those of locals are dropped. */
    private void annotation(Stmt.AnnAssign a) {
        if (futureAnnotations) {
            deferred(a.annotation());
            return;
        }
        Scope owner = scope;
        Scope shared = tree.get(owner, Part.ANNOTATIONS);
        if (shared == null) {
            shared = new Scope(Kind.ANNOTATION, "__annotate__", owner, owner.privateName, a.span());
            tree.put(owner, Part.ANNOTATIONS, shared);
            scope = shared;
            seeClass(shared);
            parameter(".format", a.span());
            if (owner.kind == Kind.MODULE || owner.kind == Kind.CLASS) {
                for (Scope s : new Scope[] {shared, owner}) {
                    Symbol symbol = s.symbol("__conditional_annotations__");
                    symbol.used = true;
                    symbol.implicit = s.kind != Kind.MODULE;
                }
            }
        }
        scope = shared;
        unevaluated = owner.isFunctionLike();
        expr(a.annotation());
        unevaluated = false;
        scope = owner;
    }

    void checkComprehensionTarget(Comprehension c) {
        if (c.target() instanceof Expr.Name n && n.ctx() == ExprContext.STORE) {
            scope.symbol(scope.mangle(n.id())).iterationVariable = true;
        }
    }
}
