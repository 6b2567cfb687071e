package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLabel;
import com.oracle.truffle.api.bytecode.BytecodeLocal;
import java.util.List;
import org.jabiru.ast.BoolOp;
import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Expr;
import org.jabiru.ast.StrValue;
import org.jabiru.ast.UnaryOp;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.object.Str;

/** Expressions: each leaves one value. */
final class ExpressionCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    ExpressionCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    /** The value of an expression, None for null. */
    void orNone(Expr e) {
        if (e == null) {
            unit.none();
        } else {
            visit(e);
        }
    }

    void visit(Expr e) {
        unit.begin(e.span());
        Object folded = ConstantFolder.valueOrNull(e);
        Runnable emit = folded != null ? () -> unit.constant(folded) : () -> emit(e);
        if (unit.inner.isOn()) {
            unit.inner.visit(e, folded != null, emit);
        } else if (folded == null && InnerLines.areSeveral(e.span())) {
            unit.inner.within(true, () -> unit.inner.visit(e, false, emit));
        } else {
            emit.run();
        }
        unit.end();
    }

    private void emit(Expr e) {
        switch (e) {
            case Expr.Name n -> {
                if (n.id().equals("__debug__")) {
                    unit.constant(unit.flags.optimize() == 0);
                } else {
                    unit.names.load(n.id());
                }
            }
            case Expr.Constant c -> unit.constant(ConstantValues.of(c.value()));
            case Expr.Attribute a -> attribute(a);
            case Expr.Subscript s -> {
                b.beginLoadSubscript();
                visit(s.value());
                visit(s.slice());
                b.endLoadSubscript();
            }
            case Expr.Call c -> unit.calls.call(c);
            case Expr.BoolOp o -> boolOp(o);
            case Expr.NamedExpr n -> namedExpression(n);
            case Expr.BinOp o -> binary(o);
            case Expr.UnaryOp o -> unary(o);
            case Expr.Lambda l -> unit.definitions.lambda(l);
            case Expr.IfExp i -> {
                b.beginConditional();
                branch(i.test());
                visit(i.body());
                visit(i.orelse());
                b.endConditional();
            }
            case Expr.Dict d -> dict(d);
            case Expr.Set s -> set(s.elts());
            case Expr.List l -> list(l.elts());
            case Expr.Tuple t -> tuple(t.elts());
            case Expr.Starred s ->
                    throw new CompileError("can't use starred expression here", s.span());
            case Expr.Slice s -> {
                b.beginBuildSlice();
                orNone(s.lower());
                orNone(s.upper());
                orNone(s.step());
                b.endBuildSlice();
            }
            case Expr.Compare c -> compare(c);
            case Expr.FormattedValue f -> formattedValue(f);
            case Expr.JoinedStr j -> joined(j);
            case Expr.TemplateStr t -> template(t);
            case Expr.Interpolation i -> interpolation(i);
            case Expr.Await a -> unit.awaits.await(a);
            case Expr.Yield y -> unit.awaits.yield(y);
            case Expr.YieldFrom y -> unit.awaits.yieldFrom(y);
            case Expr.ListComp c -> unit.comprehensions.list(c);
            case Expr.SetComp c -> unit.comprehensions.set(c);
            case Expr.DictComp c -> unit.comprehensions.dict(c);
            case Expr.GeneratorExp c -> unit.comprehensions.generator(c);
        }
    }

    private void attribute(Expr.Attribute a) {
        if (unit.calls.superAttribute(a)) {
            return;
        }
        unit.beginAttribute(a, a.span());
        b.beginLoadAttribute(Unit.str(unit.scope.mangle(a.attr())));
        visit(a.value());
        b.endLoadAttribute();
        unit.end();
    }

    /** A Java boolean: the truth of the expression. */
    /** A condition that the program branches on, which a tool may watch. */
    void branch(Expr e) {
        if (ConstantFolder.truthOrNull(e) != null) {
            condition(e);
            return;
        }
        unit.begin(e.span());
        unit.beginBranch();
        condition(e);
        unit.endBranch();
        unit.end();
    }

    /** Leaves a boolean. */
    void condition(Expr e) {
        unit.begin(e.span());
        Boolean known = ConstantFolder.truthOrNull(e);
        if (known != null) {
            unit.constant(known);
        } else {
            switch (e) {
                case Expr.UnaryOp o when o.op() == UnaryOp.NOT -> not(o.operand());
                case Expr.Compare c when c.ops().size() == 1 && isBooleanCompare(c.ops().get(0)) ->
                        compare(c);
                default -> {
                    b.beginToBoolean();
                    unit.inner.expectNothing(e);
                    visit(e);
                    b.endToBoolean();
                }
            }
        }
        unit.end();
    }

    /** {@code not operand}; of {@code a in b} and {@code a is b} the opposite comparison. */
    private void not(Expr operand) {
        if (operand instanceof Expr.Compare c
                && c.ops().size() == 1
                && isBooleanCompare(c.ops().get(0))) {
            CmpOp opposite = opposite(c.ops().get(0));
            condition(new Expr.Compare(c.left(), List.of(opposite), c.comparators(), c.span()));
            return;
        }
        b.beginNot();
        condition(operand);
        b.endNot();
    }

    private static CmpOp opposite(CmpOp op) {
        return switch (op) {
            case IS -> CmpOp.IS_NOT;
            case IS_NOT -> CmpOp.IS;
            case IN -> CmpOp.NOT_IN;
            case NOT_IN -> CmpOp.IN;
            default -> throw new IllegalArgumentException(op.symbol());
        };
    }

    private static boolean isBooleanCompare(CmpOp op) {
        return switch (op) {
            case IS, IS_NOT, IN, NOT_IN -> true;
            default -> false;
        };
    }

    private void boolOp(Expr.BoolOp o) {
        if (o.op() == BoolOp.AND) {
            b.beginBoolAnd();
            o.values().forEach(this::visit);
            b.endBoolAnd();
        } else {
            b.beginBoolOr();
            o.values().forEach(this::visit);
            b.endBoolOr();
        }
    }

    private void namedExpression(Expr.NamedExpr n) {
        String name = ((Expr.Name) n.target()).id();
        b.beginBlock();
        BytecodeLocal value = unit.temporary();
        b.beginStoreLocal(value);
        visit(n.value());
        b.endStoreLocal();
        unit.names.store(name, value);
        b.emitLoadLocal(value);
        b.endBlock();
        unit.release(value);
    }

    private void binary(Expr.BinOp o) {
        Operators.begin(b, o.op(), false);
        visit(o.left());
        visit(o.right());
        Operators.end(b, o.op());
    }

    private void unary(Expr.UnaryOp o) {
        switch (o.op()) {
            case NOT -> not(o.operand());
            case U_SUB -> {
                b.beginNeg();
                visit(o.operand());
                b.endNeg();
            }
            case U_ADD -> {
                b.beginPos();
                visit(o.operand());
                b.endPos();
            }
            case INVERT -> {
                b.beginInvert();
                visit(o.operand());
                b.endInvert();
            }
        }
    }

    private void comparator(CmpOp op, Expr e) {
        if (op == CmpOp.IN || op == CmpOp.NOT_IN) {
            passedThrough(e);
        } else {
            visit(e);
        }
    }

    /** What is only searched or iterated over: a display of constants is made once. */
    void passedThrough(Expr e) {
        Object display = ConstantFolder.displayOrNull(e);
        if (display == null) {
            visit(e);
            return;
        }
        unit.begin(e.span());
        unit.constant(display);
        unit.end();
    }

    private void compare(Expr.Compare c) {
        if (c.ops().size() == 1) {
            Operators.begin(b, c.ops().get(0));
            visit(c.left());
            comparator(c.ops().get(0), c.comparators().get(0));
            Operators.end(b, c.ops().get(0));
            return;
        }
        b.beginBlock();
        BytecodeLocal result = unit.temporary();
        BytecodeLocal left = unit.temporary();
        BytecodeLocal right = unit.temporary();
        BytecodeLabel done = b.createLabel();
        b.beginStoreLocal(left);
        visit(c.left());
        b.endStoreLocal();
        int last = c.ops().size() - 1;
        for (int i = 0; i <= last; i++) {
            b.beginStoreLocal(right);
            visit(c.comparators().get(i));
            b.endStoreLocal();
            b.beginStoreLocal(result);
            Operators.begin(b, c.ops().get(i));
            b.emitLoadLocal(left);
            b.emitLoadLocal(right);
            Operators.end(b, c.ops().get(i));
            b.endStoreLocal();
            if (i < last) {
                b.beginIfThen();
                b.beginNot();
                b.beginToBoolean();
                b.emitLoadLocal(result);
                b.endToBoolean();
                b.endNot();
                b.emitBranch(done);
                b.endIfThen();
                b.beginStoreLocal(left);
                b.emitLoadLocal(right);
                b.endStoreLocal();
            }
        }
        b.emitLabel(done);
        b.emitLoadLocal(result);
        b.endBlock();
        unit.release(result, left, right);
    }

    // ---- displays ----

    private static boolean hasStar(List<Expr> elements) {
        return elements.stream().anyMatch(e -> e instanceof Expr.Starred);
    }

    void tuple(List<Expr> elements) {
        if (hasStar(elements)) {
            b.beginListToTuple();
            listWithStars(elements);
            b.endListToTuple();
        } else {
            b.beginBuildTuple();
            elements.forEach(this::visit);
            b.endBuildTuple();
        }
    }

    void list(List<Expr> elements) {
        if (hasStar(elements)) {
            listWithStars(elements);
        } else {
            b.beginBuildList();
            elements.forEach(this::visit);
            b.endBuildList();
        }
    }

    /** A list of elements some of which are starred. */
    void listWithStars(List<Expr> elements) {
        b.beginBlock();
        BytecodeLocal out = unit.temporary();
        b.beginStoreLocal(out);
        b.beginBuildList();
        b.endBuildList();
        b.endStoreLocal();
        for (Expr e : elements) {
            if (e instanceof Expr.Starred s) {
                b.beginListExtend();
                b.emitLoadLocal(out);
                visit(s.value());
                b.endListExtend();
            } else {
                b.beginListAppend();
                b.emitLoadLocal(out);
                visit(e);
                b.endListAppend();
            }
        }
        b.emitLoadLocal(out);
        b.endBlock();
        unit.release(out);
    }

    private void set(List<Expr> elements) {
        if (!hasStar(elements)) {
            b.beginBuildSet();
            elements.forEach(this::visit);
            b.endBuildSet();
            return;
        }
        b.beginBlock();
        BytecodeLocal out = unit.temporary();
        b.beginStoreLocal(out);
        b.beginBuildSet();
        b.endBuildSet();
        b.endStoreLocal();
        for (Expr e : elements) {
            if (e instanceof Expr.Starred s) {
                b.beginSetUpdate();
                b.emitLoadLocal(out);
                visit(s.value());
                b.endSetUpdate();
            } else {
                b.beginSetAdd();
                b.emitLoadLocal(out);
                visit(e);
                b.endSetAdd();
            }
        }
        b.emitLoadLocal(out);
        b.endBlock();
        unit.release(out);
    }

    private void dict(Expr.Dict d) {
        if (d.keys().stream().allMatch(k -> k != null)) {
            b.beginBuildDict();
            for (int i = 0; i < d.keys().size(); i++) {
                visit(d.keys().get(i));
                visit(d.values().get(i));
            }
            b.endBuildDict();
            return;
        }
        b.beginBlock();
        BytecodeLocal out = unit.temporary();
        b.beginStoreLocal(out);
        b.beginBuildDict();
        b.endBuildDict();
        b.endStoreLocal();
        for (int i = 0; i < d.keys().size(); i++) {
            Expr key = d.keys().get(i);
            Expr value = d.values().get(i);
            if (key == null) {
                b.beginDictUpdate();
                b.emitLoadLocal(out);
                visit(value);
                b.endDictUpdate();
            } else {
                b.beginDictAdd();
                b.emitLoadLocal(out);
                visit(key);
                visit(value);
                b.endDictAdd();
            }
        }
        b.emitLoadLocal(out);
        b.endBlock();
        unit.release(out);
    }

    // ---- formatted strings ----

    private void joined(Expr.JoinedStr j) {
        if (j.values().isEmpty()) {
            unit.constant(Str.EMPTY);
            return;
        }
        b.beginBuildString();
        j.values().forEach(this::visit);
        b.endBuildString();
    }

    private void formattedValue(Expr.FormattedValue f) {
        if (f.formatSpec() == null) {
            b.beginFormatSimple();
            converted(f);
            b.endFormatSimple();
        } else {
            b.beginFormatWithSpec();
            converted(f);
            visit(f.formatSpec());
            b.endFormatWithSpec();
        }
    }

    private void converted(Expr.FormattedValue f) {
        if (f.conversion() < 0) {
            visit(f.value());
        } else {
            b.beginConvertValue(f.conversion());
            visit(f.value());
            b.endConvertValue();
        }
    }

    /** Strings and interpolations alternate, beginning and ending with a string (PEP 750). */
    private void template(Expr.TemplateStr t) {
        b.beginBuildTemplate();
        StrValue pending = StrValue.EMPTY;
        b.beginBuildTuple();
        for (Expr e : t.values()) {
            if (e instanceof Expr.Constant c && c.value() instanceof StrValue s) {
                pending = pending.concat(s);
            } else {
                unit.constant(ConstantValues.str(pending));
                pending = StrValue.EMPTY;
            }
        }
        unit.constant(ConstantValues.str(pending));
        b.endBuildTuple();
        b.beginBuildTuple();
        for (Expr e : t.values()) {
            if (e instanceof Expr.Interpolation) {
                visit(e);
            }
        }
        b.endBuildTuple();
        b.endBuildTemplate();
    }

    private void interpolation(Expr.Interpolation i) {
        b.beginBuildInterpolation(ConstantValues.str(i.str()), i.conversion());
        visit(i.value());
        if (i.formatSpec() == null) {
            unit.constant(Str.EMPTY);
        } else {
            visit(i.formatSpec());
        }
        b.endBuildInterpolation();
    }
}
