package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLocal;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Keyword;
import org.jabiru.bytecode.CallPart;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.compiler.Scope.Kind;

/** Calls, method calls and {@code super()}. */
final class CallCompiler {
    private static final Set<String> CONSUMERS = Set.of("all", "any", "tuple");

    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    CallCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    void call(Expr.Call c) {
        checkKeywords(c.keywords());
        if (isConsumer(c)) {
            unit.begin(c.func().span());
            plainCall(c);
            unit.end();
        } else if (isZeroSuper(c)) {
            zeroSuper(c);
        } else if (hasUnpacking(c.args(), c.keywords())) {
            b.beginBlock();
            BytecodeLocal callee = unit.temporary();
            b.beginStoreLocal(callee);
            unit.expressions.visit(c.func());
            b.endStoreLocal();
            unpackedCall(callee, () -> positional(c.args()), c.keywords());
            b.endBlock();
            unit.release(callee);
        } else if (c.func() instanceof Expr.Attribute a) {
            methodCall(c, a, false);
        } else if (c.keywords().isEmpty()) {
            plainCall(c);
        } else {
            unit.beginOperands();
            b.beginCallKeywords(names(c.keywords()));
            operands(() -> unit.expressions.visit(c.func()), values(c));
            unit.endOperands();
            b.endCallKeywords();
            unit.endCall();
        }
    }

    private void plainCall(Expr.Call c) {
        unit.beginOperands();
        b.beginCall();
        operands(() -> unit.expressions.visit(c.func()), values(c));
        unit.endOperands();
        b.endCall();
        unit.endCall();
    }

    /** The values of arguments: the positional ones, then those of keywords. */
    private List<Runnable> values(Expr.Call c) {
        List<Runnable> out = new ArrayList<>();
        c.args().forEach(a -> out.add(() -> unit.expressions.visit(a)));
        c.keywords().forEach(k -> out.add(() -> unit.expressions.visit(k.value())));
        return out;
    }

    /** What is called, and the arguments. */
    private void operands(Runnable callee, List<Runnable> values) {
        unit.operand(values.isEmpty() ? CallPart.CALLEE | CallPart.LAST : CallPart.CALLEE, callee);
        arguments(values);
    }

    private void arguments(List<Runnable> values) {
        for (int i = 0; i < values.size(); i++) {
            int bits = i == 0 ? CallPart.FIRST : 0;
            if (i + 1 == values.size()) {
                bits |= CallPart.LAST;
            }
            if (bits == 0) {
                values.get(i).run();
            } else {
                unit.operand(bits, values.get(i));
            }
        }
    }

    /** {@code tuple(... for ...)} and the like: CPython loops there, at the place of the name. */
    private static boolean isConsumer(Expr.Call c) {
        return c.func() instanceof Expr.Name n
                && CONSUMERS.contains(n.id())
                && c.args().size() == 1
                && c.args().getFirst() instanceof Expr.GeneratorExp
                && c.keywords().isEmpty();
    }

    private static boolean hasUnpacking(List<Expr> args, List<Keyword> keywords) {
        return args.stream().anyMatch(a -> a instanceof Expr.Starred)
                || keywords.stream().anyMatch(k -> k.arg() == null);
    }

    /** Calls a function in a local with two given arguments before those of the source. */
    void callWith(
            BytecodeLocal callee,
            BytecodeLocal first,
            Object second,
            List<Expr> args,
            List<Keyword> keywords) {
        checkKeywords(keywords);
        Runnable given =
                () -> {
                    b.emitLoadLocal(first);
                    unit.constant(second);
                };
        if (hasUnpacking(args, keywords)) {
            unpackedCall(callee, () -> positional(given, args), keywords);
            return;
        }
        unit.beginOperands();
        if (keywords.isEmpty()) {
            b.beginCall();
        } else {
            b.beginCallKeywords(names(keywords));
        }
        List<Runnable> values = new ArrayList<>();
        values.add(() -> b.emitLoadLocal(first));
        values.add(() -> unit.constant(second));
        args.forEach(a -> values.add(() -> unit.expressions.visit(a)));
        keywords.forEach(k -> values.add(() -> unit.expressions.visit(k.value())));
        operands(() -> b.emitLoadLocal(callee), values);
        unit.endOperands();
        if (keywords.isEmpty()) {
            b.endCall();
        } else {
            b.endCallKeywords();
        }
        unit.endCall();
    }

    private void checkKeywords(List<Keyword> keywords) {
        Set<String> seen = new HashSet<>();
        for (Keyword k : keywords) {
            if (k.arg() != null && !seen.add(k.arg())) {
                throw new CompileError("keyword argument repeated: " + k.arg(), k.span());
            }
        }
    }

    private TruffleString[] names(List<Keyword> keywords) {
        return keywords.stream().map(k -> Unit.str(k.arg())).toArray(TruffleString[]::new);
    }

    /** A call that is a statement. */
    void dropped(Expr.Call c) {
        if (c.func() instanceof Expr.Attribute a
                && !hasUnpacking(c.args(), c.keywords())
                && !isZeroSuper(c)) {
            checkKeywords(c.keywords());
            methodCall(c, a, true);
        } else {
            call(c);
        }
    }

    /** The method is looked up before the arguments are evaluated, as Python says. */
    private void methodCall(Expr.Call c, Expr.Attribute a, boolean isDropped) {
        b.beginBlock();
        BytecodeLocal receiver = unit.temporary();
        BytecodeLocal function = unit.temporary();
        b.beginStoreLocal(function);
        unit.beginAttribute(a, a.span());
        if (!superMethod(a, receiver)) {
            b.beginLoadMethod(Unit.str(unit.scope.mangle(a.attr())), receiver);
            unit.expressions.visit(a.value());
            b.endLoadMethod();
        }
        unit.end();
        b.endStoreLocal();
        unit.beginAttribute(a, c.span());
        if (isDropped) {
            b.beginDropResult();
        }
        unit.beginOperands();
        if (c.keywords().isEmpty()) {
            b.beginCallMethod();
        } else {
            b.beginCallMethodKeywords(names(c.keywords()));
        }
        List<Runnable> values = values(c);
        unit.operand(
                CallPart.CALLEE,
                isDropped ? () -> b.emitLoadLocal(function) : () -> b.emitTakeLocal(function));
        unit.operand(
                values.isEmpty() ? CallPart.FIRST | CallPart.LAST : CallPart.FIRST,
                () -> b.emitTakeLocal(receiver));
        arguments(values);
        unit.endOperands();
        if (c.keywords().isEmpty()) {
            b.endCallMethod();
        } else {
            b.endCallMethodKeywords();
        }
        unit.endCall();
        if (isDropped) {
            b.emitTakeLocal(function);
            b.endDropResult();
        }
        unit.end();
        b.endBlock();
        unit.release(receiver, function);
    }

    /** Calls what a local holds with unpacked arguments. */
    void unpackedCall(BytecodeLocal callee, Runnable positional, List<Keyword> keywords) {
        unit.beginOperands();
        b.beginCallUnpack();
        unit.operand(CallPart.CALLEE, () -> b.emitLoadLocal(callee));
        unit.operand(CallPart.UNPACKED, positional);
        unit.operand(CallPart.LAST, () -> keywords(keywords, callee));
        unit.endOperands();
        b.endCallUnpack();
        unit.endCall();
    }

    /** All positional arguments; a single {@code *iterable} is unpacked by the call itself. */
    private void positional(List<Expr> args) {
        if (args.size() == 1 && args.getFirst() instanceof Expr.Starred s) {
            unit.expressions.visit(s.value());
        } else {
            positional(() -> {}, args);
        }
    }

    /** All positional arguments in a list, after those that are given. */
    private void positional(Runnable given, List<Expr> args) {
        b.beginBlock();
        BytecodeLocal out = unit.temporary();
        b.beginStoreLocal(out);
        b.beginBuildList();
        given.run();
        b.endBuildList();
        b.endStoreLocal();
        for (Expr e : args) {
            if (e instanceof Expr.Starred s) {
                b.beginListExtend();
                b.emitLoadLocal(out);
                unit.expressions.visit(s.value());
                b.endListExtend();
            } else {
                b.beginListAppend();
                b.emitLoadLocal(out);
                unit.expressions.visit(e);
                b.endListAppend();
            }
        }
        b.emitLoadLocal(out);
        b.endBlock();
        unit.release(out);
    }

    /** All keyword arguments in a dict, or null. */
    private void keywords(List<Keyword> keywords, BytecodeLocal callee) {
        if (keywords.isEmpty()) {
            b.emitLoadNull();
            return;
        }
        b.beginBlock();
        BytecodeLocal out = unit.temporary();
        b.beginStoreLocal(out);
        b.beginBuildDict();
        b.endBuildDict();
        b.endStoreLocal();
        for (Keyword k : keywords) {
            b.beginMergeKeywords();
            b.emitLoadLocal(callee);
            b.emitLoadLocal(out);
            if (k.arg() == null) {
                unit.expressions.visit(k.value());
            } else {
                b.beginBuildDict();
                unit.constant(Unit.str(k.arg()));
                unit.expressions.visit(k.value());
                b.endBuildDict();
            }
            b.endMergeKeywords();
        }
        b.emitLoadLocal(out);
        b.endBlock();
        unit.release(out);
    }

    // ---- super ----

    /** {@code super()} where the compiler knows the class and the first argument. */
    private boolean isZeroSuper(Expr e) {
        return e instanceof Expr.Call c
                && c.func() instanceof Expr.Name n
                && n.id().equals("super")
                && c.args().isEmpty()
                && c.keywords().isEmpty()
                && hasClassCell();
    }

    private boolean hasClassCell() {
        Scope s = unit.scope.codeScope();
        return s.kind == Kind.FUNCTION
                && !s.parameters.isEmpty()
                && s.free.contains("__class__")
                && unit.locals.containsKey("__class__");
    }

    private void zeroSuper(Expr.Call c) {
        b.beginLoadSuper();
        unit.expressions.visit(c.func());
        b.emitLoadLocal(unit.locals.get("__class__"));
        firstParameter();
        b.endLoadSuper();
    }

    private void firstParameter() {
        Scope s = unit.scope.codeScope();
        String name = s.parameters.get(0);
        if (s.meaning(name) == Scope.Meaning.CELL) {
            b.beginLoadCell(Unit.str(name));
            b.emitLoadLocal(unit.locals.get(name));
            b.endLoadCell();
        } else {
            b.emitLoadLocal(unit.locals.get(name));
        }
    }

    /** {@code super().name}: no super object is made; false when the expression is another. */
    boolean superAttribute(Expr.Attribute a) {
        if (a.ctx() != ExprContext.LOAD || !isZeroSuper(a.value())) {
            return false;
        }
        b.beginLoadSuperAttribute(Unit.str(unit.scope.mangle(a.attr())));
        unit.expressions.visit(((Expr.Call) a.value()).func());
        b.emitLoadLocal(unit.locals.get("__class__"));
        firstParameter();
        b.endLoadSuperAttribute();
        return true;
    }

    private boolean superMethod(Expr.Attribute a, BytecodeLocal receiver) {
        if (!isZeroSuper(a.value())) {
            return false;
        }
        b.beginBlock();
        b.beginStoreLocal(receiver);
        b.emitLoadNull();
        b.endStoreLocal();
        superAttribute(a);
        b.endBlock();
        return true;
    }
}
