package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLocal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Span;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.compiler.Scope.Meaning;

/**
 * Comprehensions, which run in the frame around them where that is possible (PEP 709), and
 * generator expressions.
 */
final class ComprehensionCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    ComprehensionCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    void list(Expr.ListComp c) {
        collect(c, c.generators(), Kind.LIST, c.elt(), null);
    }

    void set(Expr.SetComp c) {
        collect(c, c.generators(), Kind.SET, c.elt(), null);
    }

    void dict(Expr.DictComp c) {
        collect(c, c.generators(), Kind.DICT, c.key(), c.value());
    }

    private enum Kind {
        LIST,
        SET,
        DICT
    }

    private void collect(
            Expr node, List<Comprehension> generators, Kind kind, Expr first, Expr second) {
        Scope s = unit.tree.get(node);
        if (s.isAsyncComprehension) {
            checkAsync(node, s);
        }
        if (!s.inlined) {
            callNested(
                    node,
                    s,
                    generators,
                    nested -> nested.comprehensions.body(node, generators, kind, first, second));
            return;
        }
        b.beginBlock();
        BytecodeLocal iterator = unit.temporary();
        b.beginStoreLocal(iterator);
        outerIterator(generators.get(0));
        b.endStoreLocal();
        Scope outer = unit.scope;
        Map<String, BytecodeLocal> shadowed = new HashMap<>();
        unit.scope = s;
        for (Map.Entry<String, Meaning> e : s.meanings.entrySet()) {
            String name = e.getKey();
            if (e.getValue() == Meaning.LOCAL || e.getValue() == Meaning.CELL) {
                shadowed.put(name, unit.locals.get(name));
                if (e.getValue() == Meaning.CELL) {
                    unit.declareCell(name);
                } else {
                    b.emitForgetLocal(unit.declare(name));
                }
            }
        }
        BytecodeLocal out = emptyResult(kind);
        Places places = new Places(node.span(), elementSpan(first, second));
        // The last values and the iterator must not live on in the frame, after an error neither.
        b.beginTryFinally(() -> {
            b.beginBlock();
            shadowed.keySet().forEach(name -> b.emitForgetLocal(unit.locals.get(name)));
            b.emitForgetLocal(iterator);
            b.endBlock();
        });
        b.beginBlock();
        loops(generators, 0, iterator, places, () -> add(kind, out, first, second));
        b.endBlock();
        b.endTryFinally();
        unit.comesHere();
        b.emitTakeLocal(out);
        unit.release(iterator, out);
        unit.scope = outer;
        shadowed.forEach((name, local) -> {
            if (local == null) {
                unit.locals.remove(name);
            } else {
                unit.locals.put(name, local);
            }
        });
        b.endBlock();
    }

    private void checkAsync(Expr node, Scope s) {
        Scope around = s.parent.codeScope();
        boolean allowed =
                around.isCoroutine
                        || around.isAsyncGenerator
                        || around.isGeneratorExpression
                        || around.kind == Scope.Kind.COMPREHENSION
                        || around.kind == Scope.Kind.MODULE && unit.flags.topLevelAwait();
        if (!allowed) {
            throw new CompileError(
                            "asynchronous comprehension outside of an asynchronous function",
                            node.span())
                    .asEarly();
        }
    }

    /** The iterator over the first iterable, which belongs to the scope around. */
    private void outerIterator(Comprehension c) {
        unit.begin(c.iter().span());
        if (c.isAsync()) {
            b.beginGetAIter();
            unit.expressions.visit(c.iter());
            b.endGetAIter();
        } else {
            b.beginGetIter();
            unit.expressions.visit(c.iter());
            b.endGetIter();
        }
        unit.end();
    }

    /** In a function of its own: the loops over the iterator that is the argument. */
    private void body(
            Expr node, List<Comprehension> generators, Kind kind, Expr first, Expr second) {
        BytecodeLocal out = emptyResult(kind);
        Places places = new Places(node.span(), elementSpan(first, second));
        BytecodeLocal iterator = unit.locals.get(".0");
        loops(generators, 0, iterator, places, () -> add(kind, out, first, second));
        unit.beginReturn();
        b.emitLoadLocal(out);
        unit.endReturn();
    }

    private BytecodeLocal emptyResult(Kind kind) {
        BytecodeLocal out = unit.temporary();
        b.beginStoreLocal(out);
        switch (kind) {
            case LIST -> {
                b.beginBuildList();
                b.endBuildList();
            }
            case SET -> {
                b.beginBuildSet();
                b.endBuildSet();
            }
            case DICT -> {
                b.beginBuildDict();
                b.endBuildDict();
            }
        }
        b.endStoreLocal();
        return out;
    }

    /** Where a comprehension is, and what it makes of each item. */
    private record Places(Span whole, Span element) {}

    private static Span elementSpan(Expr first, Expr second) {
        return second == null ? first.span() : first.span().to(second.span());
    }

    private void add(Kind kind, BytecodeLocal out, Expr first, Expr second) {
        unit.begin(elementSpan(first, second));
        switch (kind) {
            case LIST -> {
                b.beginListAppend();
                b.emitLoadLocal(out);
                unit.expressions.visit(first);
                b.endListAppend();
            }
            case SET -> {
                b.beginSetAdd();
                b.emitLoadLocal(out);
                unit.expressions.visit(first);
                b.endSetAdd();
            }
            case DICT -> {
                b.beginDictAdd();
                b.emitLoadLocal(out);
                unit.expressions.visit(first);
                unit.expressions.visit(second);
                b.endDictAdd();
            }
        }
        unit.end();
    }

    private void loops(
            List<Comprehension> generators,
            int index,
            BytecodeLocal iterator,
            Places places,
            Runnable innermost) {
        Comprehension c = generators.get(index);
        Runnable inside =
                () ->
                        conditions(
                                c.ifs(),
                                0,
                                () -> {
                                    if (index + 1 == generators.size()) {
                                        innermost.run();
                                    } else {
                                        nestedLoop(generators, index + 1, places, innermost);
                                    }
                                });
        if (c.isAsync()) {
            unit.awaits.asyncFor(c.target(), iterator, places.element, places.whole, inside);
            return;
        }
        BytecodeLocal variable = unit.names.localOrNull(c.target());
        BytecodeLocal item = variable == null ? unit.temporary() : variable;
        // What goes back to the start of the loop is after the element.
        unit.begin(places.element);
        b.beginWhile();
        unit.begin(c.iter().span());
        unit.beginBranch();
        b.beginForIterate(item);
        unit.inner.load(iterator, c.iter().span());
        b.endForIterate();
        unit.endBranch();
        unit.end();
        b.beginBlock();
        if (variable != null && unit.inner.isOn()) {
            unit.inner.at(c.target().span());
        } else if (variable == null) {
            unit.targets.assign(c.target(), item);
            b.emitForgetLocal(item);
        }
        inside.run();
        unit.comprehensionLine(places.element, c.iter().span().line());
        b.endBlock();
        b.endWhile();
        unit.end();
        unit.begin(c.iter().span());
        b.emitTraceExhausted(iterator);
        unit.end();
        if (variable == null) {
            unit.release(item);
        }
    }

    private void nestedLoop(
            List<Comprehension> generators, int index, Places places, Runnable innermost) {
        b.beginBlock();
        BytecodeLocal iterator = unit.temporary();
        b.beginStoreLocal(iterator);
        outerIterator(generators.get(index));
        b.endStoreLocal();
        loops(generators, index, iterator, places, innermost);
        b.endBlock();
        unit.release(iterator);
    }

    private void conditions(List<Expr> ifs, int index, Runnable inside) {
        if (index == ifs.size()) {
            inside.run();
            return;
        }
        b.beginIfThen();
        unit.expressions.branch(ifs.get(index));
        b.beginBlock();
        conditions(ifs, index + 1, inside);
        b.endBlock();
        b.endIfThen();
    }

    // ---- functions of their own ----

    private void callNested(
            Expr node, Scope s, List<Comprehension> generators, Consumer<Unit> body) {
        Runnable call =
                () -> {
                    b.beginCall();
                    unit.definitions.closure(node, s, body);
                    outerIterator(generators.get(0));
                    b.endCall();
                };
        if (s.isAsyncComprehension) {
            s.isCoroutine = true;
            unit.awaits.awaitValue(call);
        } else {
            call.run();
        }
    }

    void generator(Expr.GeneratorExp c) {
        Scope s = unit.tree.get(c);
        if (s.isAsyncComprehension) {
            s.isAsyncGenerator = true;
            s.isGenerator = false;
        }
        b.beginCall();
        unit.definitions.closure(c, s, nested -> nested.comprehensions.generatorBody(c));
        outerIterator(c.generators().get(0));
        b.endCall();
    }

    private void generatorBody(Expr.GeneratorExp c) {
        unit.begin(c.span());
        unit.line(c.span());
        Places places = new Places(c.span(), c.elt().span());
        Runnable element =
                () -> {
                    unit.begin(c.elt().span());
                    unit.awaits.yieldValue(() -> unit.expressions.visit(c.elt()));
                    unit.end();
                };
        unit.inner.within(
                InnerLines.areSeveral(c.span()),
                () -> loops(c.generators(), 0, unit.locals.get(".0"), places, element));
        Comprehension outermost = c.generators().get(0);
        unit.begin(outermost.isAsync() ? c.span() : outermost.iter().span());
        unit.beginReturn();
        unit.none();
        unit.endReturn();
        unit.end();
        unit.end();
    }
}
