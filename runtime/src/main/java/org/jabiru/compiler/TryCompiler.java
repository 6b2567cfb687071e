package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLabel;
import com.oracle.truffle.api.bytecode.BytecodeLocal;
import java.util.List;
import java.util.function.Consumer;
import org.jabiru.ast.ExceptHandler;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.bytecode.BlockStack;
import org.jabiru.bytecode.PyBytecodeRootGen;

/** {@code try} in all its forms. */
final class TryCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    TryCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    void tryStatement(Stmt.Try t) {
        withFinally(
                t.finalbody(),
                () -> {
                    if (t.handlers().isEmpty()) {
                        unit.statements.visit(t.body());
                    } else {
                        tryExcept(t);
                    }
                });
    }

    void tryStar(Stmt.TryStar t) {
        withFinally(t.finalbody(), () -> tryExceptStar(t));
    }

    private void withFinally(List<Stmt> finalBody, Runnable body) {
        if (finalBody.isEmpty()) {
            body.run();
            return;
        }
        Runnable otherwise = unit.repeatable(() -> block(finalBody));
        unit.leavable(() -> {
            b.beginBlock();
            b.beginTryCatchOtherwise(otherwise);
            b.beginBlock();
            body.run();
            b.endBlock();
            b.beginBlock();
            handling(thrown ->
                    unit.inBlock(
                            BlockStack.EXCEPTION,
                            () -> {
                                block(finalBody);
                                // What is raised again is raised where the block ends.
                                rethrow(thrown, finalBody.getLast().span());
                            }));
            b.endBlock();
            b.endTryCatchOtherwise();
            unit.comesHere();
            b.endBlock();
        });
    }

    private void block(List<Stmt> body) {
        b.beginBlock();
        unit.statements.visit(body);
        b.endBlock();
    }

    private void rethrow(BytecodeLocal thrown, Span span) {
        unit.begin(span);
        b.beginRethrow();
        b.emitLoadLocal(thrown);
        b.endRethrow();
        unit.end();
    }

    /**
     * Inside a catch: runs code while the caught exception is the one being handled.
     *
     * @param code gets the local that holds the Java exception
     */
    void handling(Consumer<BytecodeLocal> code) {
        BytecodeLocal thrown = unit.slot(0);
        BytecodeLocal before = unit.slot(1);
        b.beginStoreLocal(thrown);
        b.emitLoadException();
        b.endStoreLocal();
        b.beginStoreLocal(before);
        b.beginPushHandled();
        b.emitLoadLocal(thrown);
        b.endPushHandled();
        b.endStoreLocal();
        b.beginTryFinally(() -> {
            b.beginBlock();
            b.beginPopHandled();
            b.emitTakeLocal(before);
            b.endPopHandled();
            // The exception must not live on in the frame.
            b.emitForgetLocal(thrown);
            b.endBlock();
        });
        b.beginBlock();
        unit.inCatch(() -> code.accept(thrown));
        b.endBlock();
        b.endTryFinally();
        unit.comesHere();
    }

    private void tryExcept(Stmt.Try t) {
        b.beginBlock();
        BytecodeLabel done = b.createLabel();
        b.beginTryCatch();
        block(t.body());
        b.beginBlock();
        handling(thrown -> {
            boolean catchesAll = false;
            for (ExceptHandler h : t.handlers()) {
                if (catchesAll) {
                    throw new CompileError(
                            "default 'except:' must be last",
                            t.handlers().get(t.handlers().indexOf(h) - 1).span());
                }
                handler(h, thrown, done);
                catchesAll = h.type() == null;
            }
            if (!catchesAll) {
                rethrow(thrown, t.handlers().getLast().span());
            }
        });
        b.endBlock();
        b.endTryCatch();
        unit.comesHere();
        unit.statements.visit(t.orelse());
        b.emitLabel(done);
        b.endBlock();
    }

    private void handler(ExceptHandler h, BytecodeLocal thrown, BytecodeLabel done) {
        unit.begin(h.span());
        unit.inBlock(BlockStack.EXCEPTION, () -> unit.line(h.span()));
        if (h.type() != null) {
            b.beginIfThen();
            unit.beginBranch();
            b.beginMatchException();
            exceptionObject(thrown);
            unit.expressions.visit(h.type());
            b.endMatchException();
            unit.endBranch();
        }
        b.beginBlock();
        namedBody(h, () -> exceptionObject(thrown));
        b.emitBranch(done);
        b.endBlock();
        if (h.type() != null) {
            b.endIfThen();
        }
        unit.end();
    }

    private void exceptionObject(BytecodeLocal thrown) {
        b.beginExceptionObject();
        b.emitLoadLocal(thrown);
        b.endExceptionObject();
    }

    /** The body of a handler; its name is deleted when the body is left. */
    private void namedBody(ExceptHandler h, Runnable exception) {
        if (h.name() == null) {
            unit.statements.visit(h.body());
            return;
        }
        unit.names.store(h.name(), exception);
        b.beginTryFinally(unit.repeatable(() -> clearName(h)));
        block(h.body());
        b.endTryFinally();
        unit.comesHere();
    }

    private void clearName(ExceptHandler h) {
        b.beginBlock();
        unit.names.store(h.name(), unit::none);
        unit.names.delete(h.name());
        b.endBlock();
    }

    // ---- except* ----

    /**
     * Each handler gets the part of the group that it matches; what the handlers raise and what
     * none matched is raised together at the end (PEP 654).
     */
    private void tryExceptStar(Stmt.TryStar t) {
        b.beginBlock();
        BytecodeLabel done = b.createLabel();
        b.beginTryCatch();
        block(t.body());
        b.beginBlock();
        handling(thrown -> {
            BytecodeLocal original = unit.temporary();
            BytecodeLocal rest = unit.temporary();
            BytecodeLocal raised = unit.temporary();
            b.beginStoreLocal(original);
            b.beginExceptionObject();
            b.emitLoadLocal(thrown);
            b.endExceptionObject();
            b.endStoreLocal();
            b.beginStoreLocal(rest);
            b.emitLoadLocal(original);
            b.endStoreLocal();
            b.beginStoreLocal(raised);
            b.beginBuildList();
            b.endBuildList();
            b.endStoreLocal();
            for (ExceptHandler h : t.handlers()) {
                starHandler(h, rest, raised);
            }
            b.beginListAppend();
            b.emitLoadLocal(raised);
            b.emitLoadLocal(rest);
            b.endListAppend();
            BytecodeLocal result = unit.temporary();
            b.beginStoreLocal(result);
            b.beginCombineGroups();
            b.emitLoadLocal(original);
            b.emitLoadLocal(raised);
            b.endCombineGroups();
            b.endStoreLocal();
            b.beginIfThen();
            b.beginIsNot();
            b.emitLoadLocal(result);
            unit.none();
            b.endIsNot();
            b.beginRethrow();
            b.emitLoadLocal(result);
            b.endRethrow();
            b.endIfThen();
            b.emitBranch(done);
            unit.release(original, rest, raised, result);
        });
        b.endBlock();
        b.endTryCatch();
        unit.comesHere();
        unit.statements.visit(t.orelse());
        b.emitLabel(done);
        b.endBlock();
    }

    private void starHandler(ExceptHandler h, BytecodeLocal rest, BytecodeLocal raised) {
        BytecodeLocal match = unit.temporary();
        BytecodeLocal type = unit.temporary();
        unit.begin(h.span());
        unit.line(h.span());
        b.beginStoreLocal(type);
        unit.expressions.visit(h.type());
        b.endStoreLocal();
        b.beginCheckGroupMatch();
        b.emitLoadLocal(type);
        b.endCheckGroupMatch();
        b.beginStoreLocal(match);
        b.beginSplitGroup(rest);
        b.emitLoadLocal(rest);
        b.emitLoadLocal(type);
        b.endSplitGroup();
        b.endStoreLocal();
        b.beginIfThen();
        b.beginIsNot();
        b.emitLoadLocal(match);
        unit.none();
        b.endIsNot();
        b.beginBlock();
        b.beginTryCatch();
        b.beginBlock();
        handlingObject(match, () -> namedBody(h, () -> b.emitLoadLocal(match)));
        b.endBlock();
        b.beginListAppend();
        b.emitLoadLocal(raised);
        b.beginExceptionObject();
        b.emitLoadException();
        b.endExceptionObject();
        b.endListAppend();
        b.endTryCatch();
        unit.comesHere();
        b.endBlock();
        b.endIfThen();
        unit.end();
        unit.release(match, type);
    }

    private void handlingObject(BytecodeLocal exception, Runnable code) {
        BytecodeLocal before = unit.temporary();
        b.beginStoreLocal(before);
        b.beginPushHandled();
        b.emitLoadLocal(exception);
        b.endPushHandled();
        b.endStoreLocal();
        b.beginTryFinally(() -> {
            b.beginPopHandled();
            b.emitLoadLocal(before);
            b.endPopHandled();
        });
        b.beginBlock();
        unit.inBlock(BlockStack.EXCEPTION, code);
        b.endBlock();
        b.endTryFinally();
        unit.comesHere();
        unit.release(before);
    }
}
