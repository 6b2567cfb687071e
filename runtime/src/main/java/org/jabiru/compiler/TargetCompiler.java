package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLocal;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Stmt;
import org.jabiru.bytecode.PyBytecodeRootGen;

/** Assignment to targets, augmented assignment, {@code del}. */
final class TargetCompiler {
    /** As many as an instruction of CPython's can tell. */
    private static final int MOST_BEFORE_STAR = 1 << 8;

    private static final int MOST_AFTER_STAR = 1 << 24;

    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    TargetCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    /** Assigns the value of a local to a target. */
    void assign(Expr target, BytecodeLocal value) {
        unit.begin(target.span());
        switch (target) {
            case Expr.Name n -> {
                if (unit.inner.isOn()) {
                    unit.inner.at(n.span());
                }
                unit.names.store(n.id(), value);
            }
            case Expr.Attribute a -> {
                unit.beginAttribute(a, a.span());
                b.beginStoreAttribute(Unit.str(unit.scope.mangle(a.attr())));
                b.emitLoadLocal(value);
                unit.inner.expect(a.value(), InnerLines.lineOf(a));
                unit.expressions.visit(a.value());
                b.endStoreAttribute();
                unit.end();
            }
            case Expr.Subscript s -> {
                b.beginStoreSubscript();
                b.emitLoadLocal(value);
                unit.expressions.visit(s.value());
                unit.inner.expect(s.slice(), s.span().line());
                unit.expressions.visit(s.slice());
                b.endStoreSubscript();
            }
            case Expr.Tuple t -> unpack(t, t.elts(), value);
            case Expr.List l -> unpack(l, l.elts(), value);
            case Expr.Starred s ->
                    throw new CompileError(
                            "starred assignment target must be in a list or tuple", s.span());
            default -> throw new CompileError("cannot assign to expression", target.span());
        }
        unit.end();
    }

    /** Assigns an expression to a target, straight where the target is a plain variable. */
    void assign(Expr target, Expr value) {
        if (target instanceof Expr.Name n) {
            unit.names.store(n.id(), () -> unit.expressions.visit(value));
            return;
        }
        b.beginBlock();
        BytecodeLocal local = unit.temporary();
        b.beginStoreLocal(local);
        unit.expressions.visit(value);
        b.endStoreLocal();
        assign(target, local);
        b.emitForgetLocal(local);
        b.endBlock();
        unit.release(local);
    }

    private void unpack(Expr whole, List<Expr> elements, BytecodeLocal value) {
        int star = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Expr.Starred) {
                if (star >= 0) {
                    throw new CompileError(
                            "multiple starred expressions in assignment", whole.span());
                }
                star = i;
            }
        }
        if (star >= 0
                && (star >= MOST_BEFORE_STAR || elements.size() - star - 1 >= MOST_AFTER_STAR)) {
            throw new CompileError(
                    "too many expressions in star-unpacking assignment", whole.span());
        }
        BytecodeLocal[] items = unit.temporaryRange(elements.size());
        if (star < 0) {
            b.beginUnpackSequence(items);
            b.emitLoadLocal(value);
            b.endUnpackSequence();
        } else {
            b.beginUnpackEx(items, star);
            b.emitLoadLocal(value);
            b.endUnpackEx();
        }
        for (int i = 0; i < items.length; i++) {
            Expr e = elements.get(i) instanceof Expr.Starred s ? s.value() : elements.get(i);
            assign(e, items[i]);
        }
        b.emitForgetLocals(items);
        unit.releaseRange(items);
    }

    // ---- augmented assignment ----

    void augmented(Stmt.AugAssign a) {
        switch (a.target()) {
            case Expr.Name n ->
                    unit.names.store(
                            n.id(),
                            () ->
                                    inPlace(
                                            a,
                                            () -> {
                                                unit.begin(n.span());
                                                unit.names.load(n.id());
                                                unit.end();
                                            }));
            case Expr.Attribute t -> augmentedAttribute(a, t);
            case Expr.Subscript s -> augmentedSubscript(a, s);
            default ->
                    throw new CompileError(
                            "illegal expression for augmented assignment", a.target().span());
        }
    }

    private void inPlace(Stmt.AugAssign a, Runnable left) {
        unit.begin(a.span());
        Operators.begin(b, a.op(), true);
        left.run();
        unit.expressions.visit(a.value());
        Operators.end(b, a.op());
        unit.end();
    }

    private void augmentedAttribute(Stmt.AugAssign a, Expr.Attribute t) {
        b.beginBlock();
        BytecodeLocal object = unit.temporary();
        b.beginStoreLocal(object);
        unit.expressions.visit(t.value());
        b.endStoreLocal();
        var name = Unit.str(unit.scope.mangle(t.attr()));
        unit.beginAttribute(t, t.span());
        b.beginStoreAttribute(name);
        inPlace(
                a,
                () -> {
                    unit.beginAttribute(t, t.span());
                    b.beginLoadAttribute(name);
                    b.emitLoadLocal(object);
                    b.endLoadAttribute();
                    unit.end();
                });
        b.emitLoadLocal(object);
        b.endStoreAttribute();
        unit.end();
        b.endBlock();
    }

    private void augmentedSubscript(Stmt.AugAssign a, Expr.Subscript s) {
        b.beginBlock();
        BytecodeLocal object = unit.temporary();
        BytecodeLocal key = unit.temporary();
        b.beginStoreLocal(object);
        unit.expressions.visit(s.value());
        b.endStoreLocal();
        b.beginStoreLocal(key);
        unit.expressions.visit(s.slice());
        b.endStoreLocal();
        unit.begin(s.span());
        b.beginStoreSubscript();
        inPlace(
                a,
                () -> {
                    unit.begin(s.span());
                    b.beginLoadSubscript();
                    b.emitLoadLocal(object);
                    b.emitLoadLocal(key);
                    b.endLoadSubscript();
                    unit.end();
                });
        b.emitLoadLocal(object);
        b.emitLoadLocal(key);
        b.endStoreSubscript();
        unit.end();
        b.endBlock();
    }

    // ---- deletion ----

    void delete(Expr target) {
        unit.begin(target.span());
        switch (target) {
            case Expr.Name n -> {
                if (unit.inner.isOn()) {
                    unit.inner.at(n.span());
                }
                unit.names.delete(n.id());
            }
            case Expr.Attribute a -> {
                unit.beginAttribute(a, a.span());
                b.beginDeleteAttribute(Unit.str(unit.scope.mangle(a.attr())));
                unit.expressions.visit(a.value());
                b.endDeleteAttribute();
                unit.end();
            }
            case Expr.Subscript s -> {
                b.beginDeleteSubscript();
                unit.expressions.visit(s.value());
                unit.expressions.visit(s.slice());
                b.endDeleteSubscript();
            }
            case Expr.Tuple t -> t.elts().forEach(this::delete);
            case Expr.List l -> l.elts().forEach(this::delete);
            default -> throw new CompileError("cannot delete expression", target.span());
        }
        unit.end();
    }
}
