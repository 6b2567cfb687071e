package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLabel;
import com.oracle.truffle.api.bytecode.BytecodeLocal;
import java.util.List;
import org.jabiru.ast.Alias;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.BlockStack;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.object.Singleton;

/** Statements. */
final class StatementCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;
    private int depth;

    /** The line of the statement before, or around; -1 for none. */
    private int lineBefore = -1;

    StatementCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    void visit(List<Stmt> body) {
        int before = lineBefore;
        boolean wasDead = unit.dead;
        for (Stmt s : body) {
            visit(s);
            lineBefore = s.span().endLine();
            unit.dead |= leaves(s);
        }
        lineBefore = before;
        unit.dead = wasDead;
    }

    /** Whether nothing after the statement runs, in the same body. */
    private static boolean leaves(Stmt s) {
        return s instanceof Stmt.Return
                || s instanceof Stmt.Raise
                || s instanceof Stmt.Break
                || s instanceof Stmt.Continue;
    }

    void visit(Stmt s) {
        depth++;
        int before = lineBefore;
        boolean silent = isSilent(s, unit.scope.codeScope().isFunctionLike());
        if (!silent) {
            unit.begin(placeOf(s));
        }
        b.beginBlock();
        if (!silent) {
            Span first = unit.code.firstSpanOf(s);
            if (first == s.span()) {
                first = InnerLines.firstOf(s);
            }
            if (first.line() == lineBefore) {
                unit.sameLine(first);
            } else {
                unit.line(first);
            }
            lineBefore = first.line();
        }
        boolean several = InnerLines.isSimple(s) && InnerLines.areSeveral(s.span());
        unit.inner.within(several, () -> emit(s));
        lineBefore = before;
        b.endBlock();
        if (!silent) {
            unit.end();
        }
        depth--;
    }

    /** Stores a docstring, which a trace function sees as a statement. */
    void docstring(Span span, Runnable store) {
        unit.line(span);
        unit.begin(span);
        store.run();
        unit.end();
    }

    /** Whether a trace function sees none of them. */
    static boolean areSilent(List<Stmt> body, boolean inFunction) {
        return body.stream().allMatch(s -> isSilent(s, inFunction));
    }

    /** Whether a trace function does not see the statement. */
    private static boolean isSilent(Stmt s, boolean inFunction) {
        return s instanceof Stmt.Global
                || s instanceof Stmt.Nonlocal
                || CompilerFlags.isDocstring(s)
                || inFunction && s instanceof Stmt.AnnAssign a && a.simple() && a.value() == null;
    }

    /** Where the code of a statement is that is not that of its parts: parentheses are not. */
    private static Span placeOf(Stmt s) {
        return switch (s) {
            case Stmt.ExprStmt x -> x.value().span();
            case Stmt.Assign x -> x.value().span();
            default -> s.span();
        };
    }

    /** Whether the current statement is part of another one in the same code. */
    boolean isNested() {
        return depth > 1;
    }

    private void emit(Stmt s) {
        switch (s) {
            case Stmt.ExprStmt e -> expression(e);
            case Stmt.Assign a -> assign(a);
            case Stmt.AugAssign a -> unit.targets.augmented(a);
            case Stmt.AnnAssign a -> {
                if (a.target() instanceof Expr.Name) {
                    unit.inner.expect(a.value(), a.span().line());
                }
                unit.annotations.annotatedAssignment(a);
            }
            case Stmt.If i -> ifStatement(i);
            case Stmt.While w -> whileStatement(w);
            case Stmt.For f -> forStatement(f);
            case Stmt.AsyncFor f -> asyncFor(f);
            case Stmt.Return r -> returnStatement(r);
            case Stmt.FunctionDef f -> unit.definitions.function(f);
            case Stmt.AsyncFunctionDef f -> unit.definitions.function(f);
            case Stmt.ClassDef c -> unit.definitions.classDef(c);
            case Stmt.TypeAlias t -> unit.definitions.typeAlias(t);
            case Stmt.Raise r -> raise(r);
            case Stmt.Try t -> unit.tries.tryStatement(t);
            case Stmt.TryStar t -> unit.tries.tryStar(t);
            case Stmt.With w -> unit.withs.with(w.items(), w.body(), false);
            case Stmt.AsyncWith w -> {
                unit.awaits.checkAsync(w.span(), "'async with'");
                unit.withs.with(w.items(), w.body(), true);
            }
            case Stmt.Match m -> unit.matches.match(m);
            case Stmt.Assert a -> assertion(a);
            case Stmt.Import i -> i.names().forEach(this::importName);
            case Stmt.ImportFrom i -> importFrom(i);
            case Stmt.Delete d -> d.targets().forEach(unit.targets::delete);
            case Stmt.Break x -> {
                if (unit.loops.isEmpty()) {
                    throw new CompileError("'break' outside loop", x.span());
                }
                b.emitBranch(unit.loops.peek().breakLabel());
            }
            case Stmt.Continue x -> {
                if (unit.loops.isEmpty()) {
                    throw new CompileError("'continue' not properly in loop", x.span());
                }
                b.emitBranch(unit.loops.peek().continueLabel());
            }
            case Stmt.Global g -> {}
            case Stmt.Nonlocal n -> {}
            case Stmt.Pass p -> {}
        }
    }

    private void expression(Stmt.ExprStmt e) {
        if (unit.code.interactive && unit.scope.kind == Scope.Kind.MODULE) {
            b.beginPrintExpression();
            unit.expressions.visit(e.value());
            b.endPrintExpression();
        } else if (e.value() instanceof Expr.Call c) {
            unit.begin(c.span());
            if (unit.inner.isOn()) {
                unit.inner.expect(c);
            }
            unit.calls.dropped(c);
            unit.end();
        } else if (!(e.value() instanceof Expr.Constant)) {
            unit.expressions.visit(e.value());
        }
    }

    private void assign(Stmt.Assign a) {
        Expr first = a.targets().getFirst();
        if (!(first instanceof Expr.Attribute || first instanceof Expr.Subscript)) {
            unit.inner.expect(a.value(), first.span().line());
        }
        if (a.targets().size() == 1) {
            unit.targets.assign(a.targets().get(0), a.value());
            return;
        }
        BytecodeLocal value = unit.temporary();
        b.beginStoreLocal(value);
        unit.expressions.visit(a.value());
        b.endStoreLocal();
        a.targets().forEach(t -> unit.targets.assign(t, value));
        unit.release(value);
    }

    private void block(List<Stmt> body) {
        b.beginBlock();
        visit(body);
        b.endBlock();
    }

    private void ifStatement(Stmt.If i) {
        Boolean known = ConstantFolder.truthOrNull(i.test());
        if (known != null) {
            // What cannot run is compiled all the same, for its errors, but not kept.
            visit(known ? i.body() : i.orelse());
        } else if (i.orelse().isEmpty()) {
            b.beginIfThen();
            unit.expressions.branch(i.test());
            block(i.body());
            b.endIfThen();
        } else {
            b.beginIfThenElse();
            unit.expressions.branch(i.test());
            block(i.body());
            block(i.orelse());
            b.endIfThenElse();
        }
    }

    /** The body of a loop, which {@code continue} leaves. */
    private void loopBody(Span header, BytecodeLabel breakLabel, List<Stmt> body, Runnable before) {
        b.beginBlock();
        BytecodeLabel next = b.createLabel();
        before.run();
        unit.loops.push(new Unit.Loop(breakLabel, next));
        visit(body);
        unit.loops.pop();
        b.emitLabel(next);
        unit.loopLine(header, body.getLast().span().endLine() == header.line());
        b.endBlock();
    }

    private void whileStatement(Stmt.While w) {
        BytecodeLabel done = b.createLabel();
        b.beginWhile();
        unit.expressions.branch(w.test());
        loopBody(w.test().span(), done, w.body(), () -> {});
        b.endWhile();
        visit(w.orelse());
        b.emitLabel(done);
    }

    private void forStatement(Stmt.For f) {
        BytecodeLabel done = b.createLabel();
        BytecodeLocal iterator = unit.slot(0);
        BytecodeLocal variable = unit.names.localOrNull(f.target());
        BytecodeLocal item = variable == null ? unit.temporary() : variable;
        unit.begin(f.iter().span());
        b.beginStoreLocal(iterator);
        b.beginGetIter();
        unit.expressions.passedThrough(f.iter());
        b.endGetIter();
        b.endStoreLocal();
        unit.end();
        b.beginWhile();
        unit.begin(f.iter().span());
        unit.beginBranch();
        b.beginForIterate(item);
        b.emitLoadLocal(iterator);
        b.endForIterate();
        unit.endBranch();
        unit.end();
        unit.inBlock(
                BlockStack.ITERATOR,
                () ->
                        loopBody(
                                f.iter().span(),
                                done,
                                f.body(),
                                () -> {
                                    if (f.target().span().line() != f.iter().span().line()) {
                                        unit.inner.at(f.target().span());
                                    }
                                    if (variable == null) {
                                        unit.inner.within(
                                                InnerLines.areSeveral(f.target().span()),
                                                () -> unit.targets.assign(f.target(), item));
                                        // What the body deletes must not live on.
                                        b.emitForgetLocal(item);
                                    }
                                }));
        b.endWhile();
        unit.begin(f.iter().span());
        b.emitTraceExhausted(iterator);
        unit.end();
        visit(f.orelse());
        b.emitLabel(done);
        // The iterator must not live on in the frame.
        b.emitForgetLocal(iterator);
        if (variable == null) {
            unit.release(item);
        }
    }

    private void asyncFor(Stmt.AsyncFor f) {
        unit.awaits.checkAsync(f.span(), "'async for'");
        BytecodeLabel done = b.createLabel();
        BytecodeLocal iterator = unit.slot(0);
        b.beginStoreLocal(iterator);
        b.beginGetAIter();
        unit.expressions.visit(f.iter());
        b.endGetAIter();
        b.endStoreLocal();
        unit.awaits.asyncFor(
                f.target(),
                iterator,
                f.span(),
                f.span(),
                () ->
                        unit.inBlock(
                                BlockStack.ITERATOR,
                                () -> loopBody(f.span(), done, f.body(), () -> {})));
        visit(f.orelse());
        b.emitLabel(done);
        b.emitForgetLocal(iterator);
    }

    private void returnStatement(Stmt.Return r) {
        Scope s = unit.scope;
        if (s.kind != Scope.Kind.FUNCTION) {
            throw new CompileError("'return' outside function", r.span());
        }
        if (s.isAsyncGenerator && r.value() != null) {
            throw new CompileError("'return' with value in async generator", r.span());
        }
        boolean kept = r.value() != null && !(r.value() instanceof Expr.Constant);
        unit.leave(() -> unit.expressions.orNone(r.value()), kept);
    }

    private void raise(Stmt.Raise r) {
        unit.inner.expect(r.cause() == null ? r.exc() : r.cause(), r.span().line());
        if (r.exc() == null) {
            b.emitReraise();
        } else if (r.cause() == null) {
            b.beginRaise();
            unit.expressions.visit(r.exc());
            b.endRaise();
        } else {
            b.beginRaiseFrom();
            unit.expressions.visit(r.exc());
            unit.expressions.visit(r.cause());
            b.endRaiseFrom();
        }
    }

    private void assertion(Stmt.Assert a) {
        if (unit.flags.optimize() > 0) {
            return;
        }
        b.beginIfThen();
        b.beginNot();
        unit.expressions.branch(a.test());
        b.endNot();
        unit.begin(a.test().span());
        b.beginRaise();
        unit.begin(a.span());
        b.beginCall();
        b.emitLoadAssertionError();
        if (a.msg() != null) {
            unit.expressions.visit(a.msg());
        }
        b.endCall();
        unit.end();
        b.endRaise();
        unit.end();
        b.endIfThen();
    }

    // ---- imports ----

    private void importName(Alias a) {
        int dot = a.name().indexOf('.');
        if (a.asname() == null) {
            String bound = dot < 0 ? a.name() : a.name().substring(0, dot);
            unit.names.store(bound, () -> importModule(a.name()));
        } else if (dot < 0) {
            unit.names.store(a.asname(), () -> importModule(a.name()));
        } else {
            String[] parts = a.name().split("\\.");
            unit.names.store(
                    a.asname(),
                    () -> {
                        for (int i = parts.length - 1; i > 0; i--) {
                            b.beginImportFrom(Unit.str(parts[i]));
                        }
                        importModule(a.name());
                        for (int i = parts.length - 1; i > 0; i--) {
                            b.endImportFrom();
                        }
                    });
        }
    }

    private void importModule(String name) {
        b.beginImportName(Unit.str(name), 0);
        unit.none();
        b.endImportName();
    }

    private void importFrom(Stmt.ImportFrom i) {
        String module = i.module() == null ? "" : i.module();
        Object names =
                PyTuple.of(i.names().stream().map(a -> (Object) Unit.str(a.name())).toArray());
        if (i.names().get(0).name().equals("*")) {
            b.beginImportStar();
            b.beginImportName(Unit.str(module), i.level());
            unit.constant(names);
            b.endImportName();
            b.endImportStar();
            return;
        }
        BytecodeLocal imported = unit.temporary();
        b.beginStoreLocal(imported);
        b.beginImportName(Unit.str(module), i.level());
        unit.constant(names);
        b.endImportName();
        b.endStoreLocal();
        for (Alias a : i.names()) {
            unit.names.store(
                    a.asname() == null ? a.name() : a.asname(),
                    () -> {
                        b.beginImportFrom(Unit.str(a.name()));
                        b.emitLoadLocal(imported);
                        b.endImportFrom();
                    });
        }
        unit.release(imported);
    }

    /** {@code return None} at the end of a body. */
    void returnNone() {
        unit.beginReturn();
        unit.constant(Singleton.NONE);
        unit.endReturn();
    }
}
