package org.jabiru.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jabiru.ast.Arg;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Stmt;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.ScopeTree.Part;
import org.jabiru.object.Str;

/** Annotations, which are evaluated when they are asked for (PEP 649, PEP 749). */
final class AnnotationCompiler {
    /** The largest value of {@code format} that an {@code __annotate__} function answers. */
    private static final long VALUE_WITH_FAKE_GLOBALS = 2;

    /** An annotated variable; the index counts those whose statement may not run, else -1. */
    private record Variable(Stmt.AnnAssign statement, int index) {}

    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;
    private final List<Variable> variables = new ArrayList<>();

    AnnotationCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    void annotatedAssignment(Stmt.AnnAssign a) {
        if (a.value() != null) {
            unit.targets.assign(a.target(), a.value());
        } else if (!(a.target() instanceof Expr.Name)) {
            evaluateTarget(a.target());
        }
        Kind kind = unit.scope.kind;
        if (kind != Kind.MODULE && kind != Kind.CLASS) {
            return;
        }
        if (unit.flags.futureAnnotations()) {
            if (a.simple()) {
                storeString(a);
            }
            return;
        }
        if (a.simple()) {
            boolean conditional = kind == Kind.MODULE || unit.statements.isNested();
            int index = conditional ? variables.size() : -1;
            variables.add(new Variable(a, index));
            if (conditional) {
                b.beginSetAdd();
                unit.names.load("__conditional_annotations__");
                unit.constant((long) index);
                b.endSetAdd();
            }
        }
    }

    /** The parts of {@code a.b: int} are evaluated although nothing is assigned. */
    private void evaluateTarget(Expr target) {
        switch (target) {
            case Expr.Attribute t -> unit.expressions.visit(t.value());
            case Expr.Subscript s -> {
                unit.expressions.visit(s.value());
                unit.expressions.visit(s.slice());
            }
            default -> {}
        }
    }

    /** With {@code from __future__ import annotations}: the source text. */
    private void storeString(Stmt.AnnAssign a) {
        b.beginStoreSubscript();
        unit.constant(source(a.annotation()));
        unit.names.load("__annotations__");
        unit.constant(Unit.str(unit.scope.mangle(((Expr.Name) a.target()).id())));
        b.endStoreSubscript();
    }

    private Object source(Expr e) {
        return Str.of(Unparser.text(e));
    }

    /** At the start of a module or class that annotates variables. */
    void setup() {
        if (unit.flags.futureAnnotations()) {
            if (annotates(unit.code.bodyOf(unit.scope))) {
                b.emitSetupAnnotations();
            }
            return;
        }
        if (unit.tree.get(unit.scope, Part.ANNOTATIONS) != null
                && (unit.scope.kind == Kind.MODULE || nestedAnnotations())) {
            unit.names.store(
                    "__conditional_annotations__",
                    () -> {
                        b.beginBuildSet();
                        b.endBuildSet();
                    });
        }
        if (unit.scope.kind == Kind.MODULE) {
            // First, so that who imports a module that still runs sees what it has annotated.
            storeFunction("__annotate__");
        }
    }

    private boolean nestedAnnotations() {
        return unit.code.bodyOf(unit.scope).stream()
                .anyMatch(s -> !(s instanceof Stmt.AnnAssign) && annotates(s));
    }

    private static boolean annotates(List<Stmt> body) {
        return body.stream().anyMatch(AnnotationCompiler::annotates);
    }

    private static boolean annotates(Stmt s) {
        return switch (s) {
            case Stmt.AnnAssign a -> a.simple();
            case Stmt.If i -> annotates(i.body()) || annotates(i.orelse());
            case Stmt.For f -> annotates(f.body()) || annotates(f.orelse());
            case Stmt.While w -> annotates(w.body()) || annotates(w.orelse());
            case Stmt.With w -> annotates(w.body());
            case Stmt.Try t ->
                    annotates(t.body())
                            || annotates(t.orelse())
                            || annotates(t.finalbody())
                            || t.handlers().stream().anyMatch(h -> annotates(h.body()));
            case Stmt.AsyncFor f -> annotates(f.body()) || annotates(f.orelse());
            case Stmt.AsyncWith w -> annotates(w.body());
            case Stmt.TryStar t ->
                    annotates(t.body())
                            || annotates(t.orelse())
                            || annotates(t.finalbody())
                            || t.handlers().stream().anyMatch(h -> annotates(h.body()));
            case Stmt.Match m -> m.cases().stream().anyMatch(c -> annotates(c.body()));
            default -> false;
        };
    }

    /** At the end of a class: its {@code __annotate__} function. */
    void finish() {
        if (unit.scope.kind == Kind.CLASS) {
            storeFunction("__annotate_func__");
        }
    }

    /** The list of variables is complete when the function's own code is made. */
    private void storeFunction(String name) {
        Scope s = unit.tree.get(unit.scope, Part.ANNOTATIONS);
        if (s == null || !annotates(unit.code.bodyOf(unit.scope))) {
            return;
        }
        b.beginStoreName(Unit.str(name));
        unit.definitions.closure(s, s, u -> u.annotations.variables(variables));
        b.endStoreName();
    }

    private void variables(List<Variable> all) {
        checkFormat();
        var out = unit.temporary();
        b.beginStoreLocal(out);
        b.beginBuildDict();
        b.endBuildDict();
        b.endStoreLocal();
        for (Variable v : all) {
            if (v.index() >= 0) {
                b.beginIfThen();
                b.beginContains();
                unit.constant((long) v.index());
                unit.names.load("__conditional_annotations__");
                b.endContains();
            }
            b.beginDictAdd();
            b.emitLoadLocal(out);
            unit.constant(Unit.str(unit.scope.mangle(((Expr.Name) v.statement().target()).id())));
            annotation(v.statement().annotation());
            b.endDictAdd();
            if (v.index() >= 0) {
                b.endIfThen();
            }
        }
        unit.beginReturn();
        b.emitLoadLocal(out);
        unit.endReturn();
    }

    /** {@code if format > 2: raise NotImplementedError}. */
    void checkFormat() {
        b.beginIfThen();
        b.beginToBoolean();
        b.beginGt();
        b.emitLoadLocal(unit.locals.get(".format"));
        unit.constant(VALUE_WITH_FAKE_GLOBALS);
        b.endGt();
        b.endToBoolean();
        b.beginRaise();
        b.emitLoadGlobal(Unit.str("NotImplementedError"));
        b.endRaise();
        b.endIfThen();
    }

    private void annotation(Expr e) {
        if (e instanceof Expr.Starred s) {
            var items = unit.temporaryRange(1);
            b.beginBlock();
            b.beginUnpackSequence(items);
            unit.expressions.visit(s.value());
            b.endUnpackSequence();
            b.emitLoadLocal(items[0]);
            b.endBlock();
            unit.releaseRange(items);
        } else {
            unit.expressions.visit(e);
        }
    }

    // ---- functions ----

    /** What MakeFunction takes: the {@code __annotate__} function, or null. */
    void ofFunction(Stmt node, Arguments args, Expr returns) {
        boolean any = returns != null;
        for (Arg a : FunctionParameters.all(args)) {
            any |= a.annotation() != null;
        }
        if (!any) {
            b.emitLoadNull();
        } else {
            boolean asText = unit.flags.futureAnnotations();
            Scope s = unit.tree.get(node, Part.ANNOTATIONS);
            unit.definitions.closure(
                    s,
                    s,
                    u -> {
                        u.annotations.checkFormat();
                        u.beginReturn();
                        u.b.beginBuildDict();
                        u.annotations.each(
                                args,
                                returns,
                                (name, e) -> {
                                    u.constant(Unit.str(name));
                                    if (asText) {
                                        u.constant(source(e));
                                    } else {
                                        u.annotations.annotation(e);
                                    }
                                });
                        u.b.endBuildDict();
                        u.endReturn();
                    });
        }
    }

    private void each(Arguments args, Expr returns, BiConsumer<String, Expr> action) {
        for (Arg a : FunctionParameters.all(args)) {
            if (a.annotation() != null) {
                action.accept(unit.scope.mangle(a.arg()), a.annotation());
            }
        }
        if (returns != null) {
            action.accept("return", returns);
        }
    }
}
