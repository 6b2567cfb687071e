package org.jabiru.modules.ast;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Complex;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.MatchCase;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Node;
import org.jabiru.ast.Operator;
import org.jabiru.ast.Pattern;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.StrValue;
import org.jabiru.ast.UnaryOp;

/**
 * What {@code ast.PyCF_OPTIMIZED_AST} does to a tree: {@code __debug__} becomes a constant, the
 * values of patterns too, {@code "%s" % (a,)} becomes an f-string, and docstrings go.
 */
public final class AstOptimizer {
    private final int level;

    private AstOptimizer(int level) {
        this.level = level;
    }

    /**
     * The optimized tree.
     *
     * @param level as {@code sys.flags.optimize}
     */
    public static Mod optimize(Mod tree, int level) {
        return (Mod) new AstOptimizer(level).visit(tree, false);
    }

    private Node visit(Node node, boolean inPattern) {
        boolean pattern = inPattern || node instanceof Pattern && !(node instanceof MatchCase);
        Node copy = rebuild(node, pattern);
        return switch (copy) {
            case Expr.Name n when n.id().equals("__debug__") && n.ctx() == ExprContext.LOAD ->
                    new Expr.Constant(level == 0, null, n.span());
            case Expr.UnaryOp u when pattern -> negative(u);
            case Expr.BinOp b when pattern -> complex(b);
            case Expr.BinOp b when b.op() == Operator.MOD -> format(b);
            default -> copy;
        };
    }

    /** The node with its parts visited. */
    private Node rebuild(Node node, boolean inPattern) {
        Class<?> type = node.getClass();
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean changed = false;
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object old = components[i].getAccessor().invoke(node);
                values[i] = part(old, inPattern);
                if (level >= 2 && components[i].getName().equals("body") && hasDocstring(node)) {
                    values[i] = withoutDocstring((List<?>) values[i]);
                }
                changed |= values[i] != old;
            }
            if (!changed) {
                return node;
            }
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return (Node) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("node " + type.getSimpleName(), e);
        }
    }

    private Object part(Object value, boolean inPattern) {
        if (value instanceof Node n) {
            return visit(n, inPattern);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<Object> out = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object item : list) {
            Object visited = item == null ? null : part(item, inPattern);
            changed |= visited != item;
            out.add(visited);
        }
        return changed ? out : value;
    }

    private static boolean hasDocstring(Node node) {
        List<Stmt> body =
                switch (node) {
                    case Mod.Module m -> m.body();
                    case Stmt.FunctionDef f -> f.body();
                    case Stmt.AsyncFunctionDef f -> f.body();
                    case Stmt.ClassDef c -> c.body();
                    default -> List.of();
                };
        return !body.isEmpty()
                && body.get(0) instanceof Stmt.ExprStmt s
                && s.value() instanceof Expr.Constant c
                && c.value() instanceof StrValue;
    }

    private static List<?> withoutDocstring(List<?> body) {
        if (body.size() > 1) {
            return body.subList(1, body.size());
        }
        Span s = ((Stmt) body.get(0)).span();
        int end = s.column() + "pass".length();
        return List.of(new Stmt.Pass(new Span(s.line(), s.column(), s.line(), end)));
    }

    private static Expr negative(Expr.UnaryOp u) {
        if (u.op() != UnaryOp.U_SUB || !(u.operand() instanceof Expr.Constant c)) {
            return u;
        }
        Object value =
                switch (c.value()) {
                    case Long n when n != Long.MIN_VALUE -> -n;
                    case java.math.BigInteger n -> n.negate();
                    case Double d -> -d;
                    case Complex z -> new Complex(-z.real(), -z.imag());
                    default -> null;
                };
        return value == null ? u : new Expr.Constant(value, null, u.span());
    }

    private static Expr complex(Expr.BinOp b) {
        if (!(b.left() instanceof Expr.Constant left
                && b.right() instanceof Expr.Constant right
                && right.value() instanceof Complex z
                && left.value() instanceof Number real)) {
            return b;
        }
        Complex sum =
                b.op() == Operator.ADD
                        ? new Complex(real.doubleValue() + z.real(), z.imag())
                        : new Complex(real.doubleValue() - z.real(), -z.imag());
        return new Expr.Constant(sum, null, b.span());
    }

    /** {@code "text %s" % (a, b)}, where each item is formatted by itself. */
    private static Expr format(Expr.BinOp b) {
        if (!(b.left() instanceof Expr.Constant c
                        && c.value() instanceof StrValue text
                        && text.isExactString()
                        && b.right() instanceof Expr.Tuple items)
                || items.elts().stream().anyMatch(e -> e instanceof Expr.Starred)) {
            return b;
        }
        List<Expr> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        String s = text.toString();
        int used = 0;
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) != '%') {
                literal.append(s.charAt(i));
                continue;
            }
            char conversion = ++i < s.length() ? s.charAt(i) : 0;
            if (conversion == '%') {
                literal.append('%');
            } else if ("sra".indexOf(conversion) >= 0 && used < items.elts().size()) {
                if (!literal.isEmpty()) {
                    parts.add(new Expr.Constant(StrValue.of(literal.toString()), null, c.span()));
                    literal.setLength(0);
                }
                Expr item = items.elts().get(used++);
                parts.add(new Expr.FormattedValue(item, conversion, null, item.span()));
            } else {
                return b;
            }
        }
        if (used != items.elts().size()) {
            return b;
        }
        if (!literal.isEmpty()) {
            parts.add(new Expr.Constant(StrValue.of(literal.toString()), null, c.span()));
        }
        return new Expr.JoinedStr(parts, b.span());
    }
}
