package org.jabiru.compiler;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.BytesValue;
import org.jabiru.ast.Complex;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Singleton;
import org.jabiru.ast.StrValue;
import org.jabiru.ast.UnaryOp;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.protocol.Numbers;

/** Evaluates what is constant in the source: signs before numbers and tuples of constants. */
final class ConstantFolder {
    private ConstantFolder() {}

    /** A constant with the expression's value, or null when it has to be computed. */
    static Object valueOrNull(Expr e) {
        return switch (e) {
            case Expr.Constant c -> ConstantValues.of(c.value());
            case Expr.UnaryOp u when u.operand() instanceof Expr.Constant c ->
                    unary(u.op(), c.value());
            case Expr.Tuple t when t.ctx() == ExprContext.LOAD -> tuple(t.elts());
            case Expr.BinOp b -> complexLiteral(b);
            default -> null;
        };
    }

    private static Object unary(UnaryOp op, Object value) {
        if (op == UnaryOp.U_SUB) {
            return switch (value) {
                case Long l when l != Long.MIN_VALUE -> -l;
                case java.math.BigInteger i -> Numbers.normalize(i.negate());
                case Double d -> -d;
                case Complex c -> ConstantValues.of(new Complex(-c.real(), -c.imag()));
                default -> null;
            };
        }
        return op == UnaryOp.NOT && value instanceof Boolean b ? (Object) !b : null;
    }

    private static Object complexLiteral(Expr.BinOp b) {
        if (!(b.right() instanceof Expr.Constant c && c.value() instanceof Complex z)) {
            return null;
        }
        Object left = valueOrNull(b.left());
        double real;
        if (left instanceof Long l) {
            real = l;
        } else if (left instanceof Double d) {
            real = d;
        } else {
            return null;
        }
        return switch (b.op()) {
            case ADD -> ConstantValues.of(new Complex(real + z.real(), z.imag()));
            case SUB -> ConstantValues.of(new Complex(real - z.real(), -z.imag()));
            default -> null;
        };
    }

    /** A list or set of constants as a tuple or frozenset; null for other expressions. */
    static Object displayOrNull(Expr e) {
        return switch (e) {
            case Expr.List l -> tuple(l.elts());
            case Expr.Set s when tuple(s.elts()) instanceof PyTuple t -> {
                PySet set = new PySet(FrozenSetType.TYPE);
                for (int i = 0; i < t.size(); i++) {
                    set.add(t.get(i));
                }
                yield set;
            }
            default -> null;
        };
    }

    private static Object tuple(List<Expr> elements) {
        List<Object> values = new ArrayList<>(elements.size());
        for (Expr e : elements) {
            Object v = valueOrNull(e);
            if (v == null) {
                return null;
            }
            values.add(v);
        }
        return PyTuple.of(values.toArray());
    }

    /** Whether a condition is known to be true or false; null when it is not. */
    static Boolean truthOrNull(Expr e) {
        if (e instanceof Expr.Name n && n.id().equals("__debug__")) {
            return null;
        }
        if (!(e instanceof Expr.Constant c)) {
            return null;
        }
        return switch (c.value()) {
            case Boolean b -> b;
            case Long l -> l != 0;
            case Double d -> d != 0;
            case StrValue s -> !s.isEmpty();
            case BytesValue b -> b.length() != 0;
            case Singleton s -> s != Singleton.NONE;
            default -> null;
        };
    }
}
