package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLocal;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.WithItem;
import org.jabiru.bytecode.BlockStack;
import org.jabiru.bytecode.PyBytecodeRootGen;

/** {@code with} and {@code async with}. */
final class WithCompiler {
    private static final int AFTER_ENTER = 1;
    private static final int AFTER_EXIT = 2;

    /** What LoadContextMethod loads. */
    private static final int ENTER = 0;

    private static final int EXIT = 1;
    private static final int ASYNC_ENTER = 2;
    private static final int ASYNC_EXIT = 3;

    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    WithCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    void with(List<WithItem> items, List<Stmt> body, boolean async) {
        item(items, 0, body, async);
    }

    private void item(List<WithItem> items, int index, List<Stmt> body, boolean async) {
        if (index == items.size()) {
            unit.statements.visit(body);
            return;
        }
        WithItem item = items.get(index);
        b.beginBlock();
        BytecodeLocal manager = unit.temporary();
        BytecodeLocal enter = unit.temporary();
        BytecodeLocal exit = unit.slot(0);
        unit.begin(item.contextExpr().span());
        b.beginStoreLocal(manager);
        unit.inner.within(items.size() > 1, () -> unit.expressions.visit(item.contextExpr()));
        b.endStoreLocal();
        bind(exit, async ? ASYNC_EXIT : EXIT, manager);
        bind(enter, async ? ASYNC_ENTER : ENTER, manager);
        b.beginStoreLocal(enter);
        maybeAwait(
                async ? AFTER_ENTER : 0,
                () -> {
                    b.beginCall();
                    b.emitLoadLocal(enter);
                    b.endCall();
                });
        b.endStoreLocal();
        unit.end();
        // CPython: the method, and what it is called on.
        unit.inBlock(
                BlockStack.OBJECT,
                () ->
                        unit.inBlock(
                                BlockStack.OBJECT,
                                () -> entered(items, index, body, async, enter, exit)));
        b.endBlock();
        unit.release(manager, enter);
    }

    /** What follows the call of {@code __enter__}. */
    private void entered(
            List<WithItem> items,
            int index,
            List<Stmt> body,
            boolean async,
            BytecodeLocal value,
            BytecodeLocal exit) {
        WithItem item = items.get(index);
        Runnable otherwise = unit.repeatable(() -> normalExit(item, exit, async));
        unit.leavable(() -> {
            b.beginBlock();
            b.beginTryCatchOtherwise(otherwise);
            b.beginBlock();
            if (item.optionalVars() != null) {
                Expr target = item.optionalVars();
                if (target.span().line() != item.contextExpr().span().line()) {
                    unit.inner.at(target.span());
                }
                unit.inner.within(
                        InnerLines.areSeveral(target.span()),
                        () -> unit.targets.assign(target, value));
            }
            item(items, index + 1, body, async);
            b.endBlock();
            b.beginBlock();
            unit.tries.handling(thrown -> exceptionalExit(item, exit, thrown, async));
            b.endBlock();
            b.endTryCatchOtherwise();
            unit.comesHere();
            b.endBlock();
        });
    }

    private void bind(BytecodeLocal into, int which, BytecodeLocal manager) {
        b.beginStoreLocal(into);
        b.beginLoadContextMethod(which);
        b.emitLoadLocal(manager);
        b.endLoadContextMethod();
        b.endStoreLocal();
    }

    /**
     * Awaits a value if it is that of an asynchronous context manager.
     *
     * @param method 0, or the method that returned it: see {@code Awaiting}
     */
    private void maybeAwait(int method, Runnable value) {
        if (method != 0) {
            unit.awaits.awaitValue(method, value);
        } else {
            value.run();
        }
    }

    private void normalExit(WithItem item, BytecodeLocal exit, boolean async) {
        unit.begin(item.contextExpr().span());
        b.beginBlock();
        unit.line(item.contextExpr().span());
        BytecodeLocal ignored = unit.temporary();
        b.beginStoreLocal(ignored);
        maybeAwait(
                async ? AFTER_EXIT : 0,
                () -> {
                    b.beginCallExit();
                    b.emitLoadLocal(exit);
                    unit.none();
                    b.endCallExit();
                });
        b.endStoreLocal();
        b.endBlock();
        unit.release(ignored);
        unit.end();
    }

    private void exceptionalExit(
            WithItem item, BytecodeLocal exit, BytecodeLocal thrown, boolean async) {
        unit.begin(item.contextExpr().span());
        unit.inBlock(BlockStack.EXCEPTION, () -> unit.line(item.contextExpr().span()));
        b.beginIfThen();
        b.beginNot();
        b.beginToBoolean();
        maybeAwait(
                async ? AFTER_EXIT : 0,
                () -> {
                    b.beginCallExit();
                    b.emitLoadLocal(exit);
                    b.beginExceptionObject();
                    b.emitLoadLocal(thrown);
                    b.endExceptionObject();
                    b.endCallExit();
                });
        b.endToBoolean();
        b.endNot();
        // The object, not what was thrown: the frame's line stays that of the body.
        b.beginRethrow();
        b.beginExceptionObject();
        b.emitLoadLocal(thrown);
        b.endExceptionObject();
        b.endRethrow();
        b.endIfThen();
        unit.end();
    }
}
