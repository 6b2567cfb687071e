package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLocal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Keyword;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.UnaryOp;

/**
 * The lines of a statement that stands on several. CPython tells of a line whenever an instruction
 * is on another one than the instruction before it: a name or constant is loaded on its own line,
 * and an operator works, after its last operand, on the line on which its expression begins.
 */
final class InnerLines {
    /** CPython builds larger displays element by element. */
    private static final int MOST_AT_ONCE = 30;

    private final Unit unit;

    /** By operand, the line on which its operator works when the operand is there. */
    private final Map<Expr, Integer> operators = new IdentityHashMap<>();

    private final Set<Expr> conditions = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean on;

    InnerLines(Unit unit) {
        this.unit = unit;
    }

    /** Whether the compiler is in a statement or expression on several lines. */
    boolean isOn() {
        return on;
    }

    /** Runs code for what may be on several lines. */
    void within(boolean several, Runnable code) {
        boolean before = on;
        on |= several;
        code.run();
        on = before;
    }

    static boolean areSeveral(Span span) {
        return span.line() != span.endLine();
    }

    /** Whether a statement has no other statements in it. */
    static boolean isSimple(Stmt s) {
        return switch (s) {
            case Stmt.ExprStmt x -> true;
            case Stmt.Assign x -> true;
            case Stmt.AugAssign x -> true;
            case Stmt.Return x -> true;
            case Stmt.AnnAssign x -> true;
            case Stmt.Raise x -> true;
            case Stmt.Assert x -> true;
            case Stmt.Delete x -> true;
            default -> false;
        };
    }

    /** Emits an expression, with the lines that it is on. */
    void visit(Expr e, boolean isLeaf, Runnable emit) {
        Integer operator = operators.remove(e);
        if (generatorsOrNull(e) != null) {
            // Its last instructions are on the line of its element, for CPython not another one.
            operator = null;
        }
        if (operator != null) {
            unit.b.beginTraceOperator(operator);
        }
        if (isLeaf || e instanceof Expr.Name || e instanceof Expr.Constant) {
            unit.b.beginBlock();
            unit.b.emitTraceInside(e.span().line());
            emit.run();
            unit.b.endBlock();
        } else {
            expect(e);
            emit.run();
        }
        if (operator != null) {
            unit.b.endTraceOperator();
        }
    }

    /** Of a comprehension that is no function of its own; null for other expressions. */
    private static List<Comprehension> generatorsOrNull(Expr e) {
        return switch (e) {
            case Expr.ListComp c -> c.generators();
            case Expr.SetComp c -> c.generators();
            case Expr.DictComp c -> c.generators();
            default -> null;
        };
    }

    /** What follows is on a line. */
    void at(Span span) {
        unit.b.emitTraceInside(span.line());
    }

    /** Loads a local for an instruction that stands on a line. */
    void load(BytecodeLocal local, Span span) {
        if (on) {
            unit.b.beginTraceOperator(span.line());
        }
        unit.b.emitLoadLocal(local);
        if (on) {
            unit.b.endTraceOperator();
        }
    }

    /** A condition's operands are emitted next: each is a condition of its own. */
    void expectNothing(Expr condition) {
        if (condition instanceof Expr.BoolOp o && (on || areSeveral(o.span()))) {
            conditions.add(o);
            o.values().forEach(this::expectNothing);
        }
    }

    /** The statement's instruction works, on a line, when a value is there. */
    void expect(Expr value, int line) {
        if (on && value != null) {
            operators.put(value, line);
        }
    }

    /** A class is made, on a line, when its bases and keywords are there. */
    void expectLast(List<Expr> bases, List<Keyword> keywords, int line) {
        if (!keywords.isEmpty()) {
            expect(keywords.getLast().value(), line);
        } else if (!bases.isEmpty()) {
            expect(bases.getLast(), line);
        }
    }

    /** A function is made, on a line, when its default values are there. */
    void expectLast(Arguments args, int line) {
        if (!args.defaults().isEmpty()) {
            expect(args.defaults().getLast(), line);
        }
        List<Expr> more = args.kwDefaults();
        if (!more.isEmpty() && more.getLast() != null) {
            expect(more.getLast(), line);
        }
    }

    /** An expression's operands are emitted next. */
    void expect(Expr e) {
        int line = e.span().line();
        switch (e) {
            case Expr.Attribute a -> put(a.value(), lineOf(a));
            case Expr.Subscript s -> put(s.slice(), line);
            case Expr.Call c -> call(c);
            case Expr.BoolOp o when conditions.remove(o) -> {}
            case Expr.BoolOp o -> {
                for (Expr value : o.values().subList(0, o.values().size() - 1)) {
                    put(value, line);
                }
            }
            case Expr.NamedExpr n -> put(n.value(), line);
            case Expr.BinOp o -> put(o.right(), line);
            case Expr.UnaryOp o when o.op() != UnaryOp.NOT -> put(o.operand(), line);
            case Expr.Dict d -> last(d.values(), line);
            case Expr.Set s -> display(s.elts(), line);
            case Expr.List l -> display(l.elts(), line);
            case Expr.Tuple t -> display(t.elts(), line);
            case Expr.Compare c -> c.comparators().forEach(x -> put(x, line));
            case Expr.FormattedValue f -> put(f.value(), line);
            case Expr.JoinedStr j -> last(j.values(), line);
            case Expr.Await a -> put(a.value(), line);
            case Expr.Yield y -> put(y.value(), line);
            case Expr.YieldFrom y -> put(y.value(), line);
            case Expr.GeneratorExp c -> put(c.generators().getFirst().iter(), line);
            case Expr x when generatorsOrNull(x) instanceof List<Comprehension> generators ->
                    put(generators.getFirst().iter(), line);
            default -> {}
        }
    }

    private void put(Expr operand, int line) {
        if (operand != null) {
            operators.put(operand, line);
        }
    }

    private void last(List<Expr> operands, int line) {
        if (!operands.isEmpty()) {
            put(operands.getLast(), line);
        }
    }

    private void display(List<Expr> elements, int line) {
        if (elements.size() > MOST_AT_ONCE) {
            elements.forEach(x -> put(x, line));
        } else {
            last(elements, line);
        }
    }

    private void call(Expr.Call c) {
        int line = c.func() instanceof Expr.Attribute a ? lineOf(a) : c.span().line();
        if (c.func() instanceof Expr.Attribute a) {
            put(a.value(), line);
        }
        boolean unpacks =
                c.args().stream().anyMatch(x -> x instanceof Expr.Starred)
                        || c.keywords().stream().anyMatch(k -> k.arg() == null);
        if (unpacks) {
            for (Expr x : c.args()) {
                put(x instanceof Expr.Starred s ? s.value() : x, line);
            }
            c.keywords().forEach(k -> put(k.value(), line));
        } else if (!c.keywords().isEmpty()) {
            put(c.keywords().getLast().value(), line);
        } else if (!c.args().isEmpty()) {
            put(c.args().getLast(), line);
        } else {
            put(c.func(), line);
        }
    }

    /** An attribute on a line of its own is loaded there. */
    static int lineOf(Expr.Attribute a) {
        return a.span().endLine();
    }

    /** Where the first instruction of a statement stands. */
    static Span firstOf(Stmt s) {
        return switch (s) {
            case Stmt.ExprStmt x -> firstOf(x.value());
            case Stmt.Assign x -> firstOf(x.value());
            case Stmt.Return x when x.value() != null -> firstOf(x.value());
            case Stmt.AnnAssign x when x.value() != null -> firstOf(x.value());
            case Stmt.Raise x when x.exc() != null -> firstOf(x.exc());
            case Stmt.FunctionDef x -> firstOf(x.args(), s.span());
            case Stmt.AsyncFunctionDef x -> firstOf(x.args(), s.span());
            case Stmt.Assert x -> firstOf(x.test());
            case Stmt.If x -> firstOf(x.test());
            case Stmt.While x -> firstOf(x.test());
            case Stmt.For x ->
                    ConstantFolder.displayOrNull(x.iter()) == null
                            ? firstOf(x.iter())
                            : x.iter().span();
            case Stmt.Match x -> firstOf(x.subject());
            default -> s.span();
        };
    }

    /** Default values come before a function is made. */
    private static Span firstOf(Arguments args, Span whole) {
        Expr first =
                args.defaults().isEmpty()
                        ? args.kwDefaults().stream()
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)
                        : args.defaults().getFirst();
        return first == null ? whole : firstOf(first);
    }

    private static Span firstOf(Expr e) {
        if (!areSeveral(e.span()) || ConstantFolder.valueOrNull(e) != null) {
            return e.span();
        }
        return switch (e) {
            case Expr.Attribute a -> firstOf(a.value());
            case Expr.Subscript s -> firstOf(s.value());
            case Expr.Call c -> firstOf(c.func());
            case Expr.BoolOp o -> firstOf(o.values().getFirst());
            case Expr.BinOp o -> firstOf(o.left());
            case Expr.UnaryOp o -> firstOf(o.operand());
            case Expr.Compare c -> firstOf(c.left());
            case Expr.IfExp i -> firstOf(i.test());
            case Expr.Tuple t when isPlain(t.elts()) -> firstOf(t.elts().getFirst());
            case Expr.List l when isPlain(l.elts()) -> firstOf(l.elts().getFirst());
            case Expr.Set s when isPlain(s.elts()) -> firstOf(s.elts().getFirst());
            case Expr.Dict d when isPlain(d.keys()) -> firstOf(d.keys().getFirst());
            case Expr.Await a -> firstOf(a.value());
            case Expr.Yield y when y.value() != null -> firstOf(y.value());
            case Expr.YieldFrom y -> firstOf(y.value());
            case Expr x when generatorsOrNull(x) instanceof List<Comprehension> generators ->
                    firstOf(generators.getFirst().iter());
            default -> e.span();
        };
    }

    /** Whether a display's first instruction is its first element's. */
    private static boolean isPlain(List<Expr> elements) {
        return !elements.isEmpty()
                && elements.size() <= MOST_AT_ONCE
                && elements.stream().noneMatch(x -> x == null || x instanceof Expr.Starred);
    }
}
