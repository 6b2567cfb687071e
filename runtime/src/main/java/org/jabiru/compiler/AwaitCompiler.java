package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLabel;
import com.oracle.truffle.api.bytecode.BytecodeLocal;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Span;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.compiler.Scope.Kind;

/** {@code yield}, {@code yield from}, {@code await} and asynchronous iteration. */
final class AwaitCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    AwaitCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    private Scope functionScope(Span span, String problem) {
        Scope s = unit.scope.codeScope();
        if (!s.isFunctionLike()) {
            throw new CompileError(problem, span);
        }
        return s;
    }

    void yield(Expr.Yield y) {
        functionScope(y.span(), "'yield' outside function");
        yieldValue(() -> unit.expressions.orNone(y.value()));
    }

    /** Yields what {@code value} pushes; leaves what is sent. */
    void yieldValue(Runnable value) {
        boolean wrap = unit.scope.codeScope().isAsyncGenerator;
        b.beginResume();
        unit.beginYield();
        if (wrap) {
            b.beginWrapAsyncYield();
        }
        value.run();
        if (wrap) {
            b.endWrapAsyncYield();
        }
        unit.endYield();
        b.endResume();
    }

    void yieldFrom(Expr.YieldFrom y) {
        Scope s = functionScope(y.span(), "'yield from' outside function");
        if (s.isCoroutine || s.isAsyncGenerator) {
            throw new CompileError("'yield from' inside async function", y.span());
        }
        b.beginBlock();
        BytecodeLocal iterator = unit.temporary();
        b.beginStoreLocal(iterator);
        b.beginGetYieldFromIter();
        unit.expressions.visit(y.value());
        b.endGetYieldFromIter();
        b.endStoreLocal();
        delegate(iterator);
        b.endBlock();
        unit.release(iterator);
    }

    void await(Expr.Await a) {
        checkAsync(a.span(), "'await'");
        awaitValue(() -> unit.expressions.visit(a.value()));
    }

    /** Whether {@code await} and its relatives are allowed here. */
    void checkAsync(Span span, String what) {
        Scope s = unit.scope.codeScope();
        if (s.isCoroutine || s.isAsyncGenerator) {
            return;
        }
        if (s.kind == Kind.COMPREHENSION && s.isAsyncComprehension) {
            return;
        }
        if (s.kind == Kind.MODULE && unit.flags.topLevelAwait()) {
            return;
        }
        boolean function = s.isFunctionLike() || !what.equals("'await'");
        throw new CompileError(
                        what + (function ? " outside async function" : " outside function"), span)
                .asEarly();
    }

    /** Awaits what {@code value} pushes; leaves the result. */
    void awaitValue(Runnable value) {
        awaitValue(0, value);
    }

    /**
     * As {@link #awaitValue(Runnable)}.
     *
     * @param method 1 for what {@code __aenter__} returned, 2 for {@code __aexit__}, else 0
     */
    void awaitValue(int method, Runnable value) {
        b.beginBlock();
        BytecodeLocal iterator = unit.temporary();
        b.beginStoreLocal(iterator);
        b.beginGetAwaitable(method);
        value.run();
        b.endGetAwaitable();
        b.endStoreLocal();
        delegate(iterator);
        b.endBlock();
        unit.release(iterator);
    }

    /** Passes values on between the iterator in a local and our caller; leaves its result. */
    void delegate(BytecodeLocal iterator) {
        b.beginBlock();
        BytecodeLocal sent = unit.temporary();
        BytecodeLocal value = unit.temporary();
        b.beginStoreLocal(sent);
        unit.none();
        b.endStoreLocal();
        b.beginWhile();
        b.beginSendStep(value);
        b.emitLoadLocal(iterator);
        b.emitLoadLocal(sent);
        b.endSendStep();
        b.beginStoreLocal(sent);
        unit.beginYield();
        b.emitLoadLocal(value);
        unit.endYield();
        b.endStoreLocal();
        b.endWhile();
        b.emitTraceDelegated(iterator, value);
        // What was awaited must not live on in the frame.
        b.emitForgetLocal(iterator);
        b.emitTakeLocal(value);
        b.endBlock();
        unit.release(sent, value);
    }

    /**
     * {@code async for}: assigns each item to the target and runs the body.
     *
     * @param back what goes back to the start of the loop, in a comprehension
     */
    void asyncFor(Expr target, BytecodeLocal iterator, Span back, Span whole, Runnable body) {
        b.beginBlock();
        BytecodeLabel exhausted = b.createLabel();
        BytecodeLocal item = unit.temporary();
        unit.begin(back);
        b.beginWhile();
        unit.begin(whole);
        unit.constant(true);
        unit.end();
        unit.begin(whole);
        b.beginBlock();
        b.beginTryCatch();
        b.beginStoreLocal(item);
        b.beginBlock();
        BytecodeLocal next = unit.temporary();
        b.beginStoreLocal(next);
        b.beginGetANext();
        b.emitLoadLocal(iterator);
        b.endGetANext();
        b.endStoreLocal();
        delegate(next);
        b.endBlock();
        unit.release(next);
        b.endStoreLocal();
        b.beginBlock();
        b.beginIfThenElse();
        b.beginIsStopAsyncIteration();
        b.beginExceptionObject();
        b.emitLoadException();
        b.endExceptionObject();
        b.endIsStopAsyncIteration();
        b.emitBranch(exhausted);
        b.beginRethrow();
        b.emitLoadException();
        b.endRethrow();
        b.endIfThenElse();
        b.endBlock();
        b.endTryCatch();
        unit.targets.assign(target, item);
        b.emitForgetLocal(item);
        body.run();
        b.endBlock();
        unit.end();
        b.endWhile();
        unit.end();
        b.emitLabel(exhausted);
        b.endBlock();
        unit.release(item);
    }
}
