package org.jabiru.compiler;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import org.jabiru.ast.Arg;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.BoolOp;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Keyword;
import org.jabiru.ast.Operator;
import org.jabiru.ast.StrValue;
import org.jabiru.ast.UnaryOp;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/**
 * The source text of an expression, as annotations have it under {@code from __future__ import
 * annotations} (PEP 563): parentheses only where precedence needs them.
 */
final class Unparser {
    /** Precedences, from loose to tight. */
    private static final int TUPLE = 0;

    private static final int TEST = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARE = 5;
    private static final int BIT_OR = 6;
    private static final int BIT_XOR = 7;
    private static final int BIT_AND = 8;
    private static final int SHIFT = 9;
    private static final int ARITHMETIC = 10;
    private static final int TERM = 11;
    private static final int FACTOR = 12;
    private static final int POWER = 13;
    private static final int AWAIT = 14;
    private static final int ATOM = 15;

    private final StringBuilder out = new StringBuilder();

    private Unparser() {}

    static String text(Expr e) {
        Unparser u = new Unparser();
        u.write(e, TEST);
        return u.out.toString();
    }

    private void write(Expr e, int level) {
        switch (e) {
            case Expr.Name n -> out.append(n.id());
            case Expr.Constant c -> constant(c);
            case Expr.Attribute a -> {
                write(a.value(), ATOM);
                boolean number = a.value() instanceof Expr.Constant c && c.value() instanceof Long;
                out.append(number ? " ." : ".").append(a.attr());
            }
            case Expr.Subscript s -> {
                write(s.value(), ATOM);
                out.append('[');
                write(s.slice(), TUPLE);
                out.append(']');
            }
            case Expr.Call c -> call(c);
            case Expr.BoolOp o -> {
                int own = o.op() == BoolOp.AND ? AND : OR;
                parenthesized(
                        level > own, () -> join(o.values(), " " + o.op().symbol() + " ", own + 1));
            }
            case Expr.NamedExpr n ->
                    parenthesized(
                            level > TUPLE,
                            () -> {
                                write(n.target(), ATOM);
                                out.append(" := ");
                                write(n.value(), ATOM);
                            });
            case Expr.BinOp o -> binary(o, level);
            case Expr.UnaryOp o -> {
                int own = o.op() == UnaryOp.NOT ? NOT : FACTOR;
                parenthesized(
                        level > own,
                        () -> {
                            out.append(o.op().symbol());
                            out.append(o.op() == UnaryOp.NOT ? " " : "");
                            write(o.operand(), own);
                        });
            }
            case Expr.Lambda l ->
                    parenthesized(
                            level > TEST,
                            () -> {
                                out.append("lambda");
                                if (!FunctionParameters.all(l.args()).isEmpty()) {
                                    out.append(' ');
                                }
                                arguments(l.args());
                                out.append(": ");
                                write(l.body(), TEST);
                            });
            case Expr.IfExp i ->
                    parenthesized(
                            level > TEST,
                            () -> {
                                write(i.body(), TEST + 1);
                                out.append(" if ");
                                write(i.test(), TEST + 1);
                                out.append(" else ");
                                write(i.orelse(), TEST);
                            });
            case Expr.Dict d -> dict(d);
            case Expr.Set s -> {
                out.append('{');
                join(s.elts(), ", ", TEST);
                out.append('}');
            }
            case Expr.List l -> {
                out.append('[');
                join(l.elts(), ", ", TEST);
                out.append(']');
            }
            case Expr.Tuple t -> tuple(t, level);
            case Expr.Starred s -> {
                out.append('*');
                write(s.value(), BIT_OR);
            }
            case Expr.Slice s -> {
                optional(s.lower());
                out.append(':');
                optional(s.upper());
                if (s.step() != null) {
                    out.append(':');
                    write(s.step(), TEST);
                }
            }
            case Expr.Compare c ->
                    parenthesized(
                            level > COMPARE,
                            () -> {
                                write(c.left(), COMPARE + 1);
                                for (int i = 0; i < c.ops().size(); i++) {
                                    out.append(' ').append(c.ops().get(i).symbol()).append(' ');
                                    write(c.comparators().get(i), COMPARE + 1);
                                }
                            });
            case Expr.Await a ->
                    parenthesized(
                            level > AWAIT,
                            () -> {
                                out.append("await ");
                                write(a.value(), ATOM);
                            });
            case Expr.Yield y -> {
                out.append("(yield");
                if (y.value() != null) {
                    out.append(' ');
                    write(y.value(), TEST);
                }
                out.append(')');
            }
            case Expr.YieldFrom y -> {
                out.append("(yield from ");
                write(y.value(), TEST);
                out.append(')');
            }
            case Expr.ListComp c -> comprehension("[", c.elt(), null, c.generators(), "]");
            case Expr.SetComp c -> comprehension("{", c.elt(), null, c.generators(), "}");
            case Expr.GeneratorExp c -> comprehension("(", c.elt(), null, c.generators(), ")");
            case Expr.DictComp c -> comprehension("{", c.key(), c.value(), c.generators(), "}");
            case Expr.JoinedStr j -> formatted("f", j.values());
            case Expr.TemplateStr t -> formatted("t", t.values());
            case Expr.FormattedValue f -> formatted("f", List.of(f));
            case Expr.Interpolation i -> formatted("t", List.of(i));
        }
    }

    private void parenthesized(boolean needed, Runnable body) {
        out.append(needed ? "(" : "");
        body.run();
        out.append(needed ? ")" : "");
    }

    private void join(List<Expr> list, String separator, int level) {
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : separator);
            write(list.get(i), level);
        }
    }

    private void optional(Expr e) {
        if (e != null) {
            write(e, TEST);
        }
    }

    private void constant(Expr.Constant c) {
        Object value = ConstantValues.of(c.value());
        if (value == Singleton.ELLIPSIS) {
            out.append("...");
            return;
        }
        if ("u".equals(c.kind())) {
            out.append('u');
        }
        String text = Str.java(Repr.repr(value));
        boolean isText = value instanceof TruffleString || value instanceof PyBytes;
        out.append(isText ? text : text.replace("inf", "1e309"));
    }

    private static int precedence(Operator op) {
        return switch (op) {
            case ADD, SUB -> ARITHMETIC;
            case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> TERM;
            case POW -> POWER;
            case L_SHIFT, R_SHIFT -> SHIFT;
            case BIT_OR -> BIT_OR;
            case BIT_XOR -> BIT_XOR;
            case BIT_AND -> BIT_AND;
        };
    }

    private void binary(Expr.BinOp o, int level) {
        int own = precedence(o.op());
        boolean rightAssociative = o.op() == Operator.POW;
        parenthesized(
                level > own,
                () -> {
                    write(o.left(), rightAssociative ? own + 1 : own);
                    out.append(' ').append(o.op().symbol()).append(' ');
                    write(o.right(), rightAssociative ? own : own + 1);
                });
    }

    private void call(Expr.Call c) {
        write(c.func(), ATOM);
        if (c.args().size() == 1
                && c.keywords().isEmpty()
                && c.args().get(0) instanceof Expr.GeneratorExp g) {
            write(g, ATOM);
            return;
        }
        out.append('(');
        join(c.args(), ", ", TEST);
        boolean first = c.args().isEmpty();
        for (Keyword k : c.keywords()) {
            out.append(first ? "" : ", ");
            first = false;
            out.append(k.arg() == null ? "**" : k.arg() + "=");
            write(k.value(), TEST);
        }
        out.append(')');
    }

    private void dict(Expr.Dict d) {
        out.append('{');
        for (int i = 0; i < d.values().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (d.keys().get(i) == null) {
                out.append("**");
                write(d.values().get(i), BIT_OR);
            } else {
                write(d.keys().get(i), TEST);
                out.append(": ");
                write(d.values().get(i), TEST);
            }
        }
        out.append('}');
    }

    private void tuple(Expr.Tuple t, int level) {
        if (t.elts().isEmpty()) {
            out.append("()");
            return;
        }
        parenthesized(
                level > TUPLE,
                () -> {
                    join(t.elts(), ", ", TEST);
                    out.append(t.elts().size() == 1 ? "," : "");
                });
    }

    private void arguments(Arguments a) {
        boolean first = true;
        int positional = a.posonlyargs().size() + a.args().size();
        for (int i = 0; i < positional; i++) {
            out.append(first ? "" : ", ");
            first = false;
            int p = a.posonlyargs().size();
            parameter(i < p ? a.posonlyargs().get(i) : a.args().get(i - p));
            int d = i - (positional - a.defaults().size());
            if (d >= 0) {
                out.append('=');
                write(a.defaults().get(d), TEST);
            }
            if (p > 0 && i == p - 1) {
                out.append(", /");
            }
        }
        if (a.vararg() != null || !a.kwonlyargs().isEmpty()) {
            out.append(first ? "*" : ", *");
            first = false;
            if (a.vararg() != null) {
                parameter(a.vararg());
            }
        }
        for (int i = 0; i < a.kwonlyargs().size(); i++) {
            out.append(", ");
            parameter(a.kwonlyargs().get(i));
            if (a.kwDefaults().get(i) != null) {
                out.append('=');
                write(a.kwDefaults().get(i), TEST);
            }
        }
        if (a.kwarg() != null) {
            out.append(first ? "**" : ", **");
            parameter(a.kwarg());
        }
    }

    private void parameter(Arg a) {
        out.append(a.arg());
    }

    private void comprehension(
            String open, Expr first, Expr second, List<Comprehension> generators, String close) {
        out.append(open);
        write(first, TEST);
        if (second != null) {
            out.append(": ");
            write(second, TEST);
        }
        for (Comprehension c : generators) {
            out.append(c.isAsync() ? " async for " : " for ");
            write(c.target(), TUPLE);
            out.append(" in ");
            write(c.iter(), TEST + 1);
            for (Expr e : c.ifs()) {
                out.append(" if ");
                write(e, TEST + 1);
            }
        }
        out.append(close);
    }

    private void formatted(String prefix, List<Expr> values) {
        Unparser inner = new Unparser();
        values.forEach(v -> inner.formattedPart(v));
        out.append(prefix).append(Repr.repr(Str.of(inner.out.toString())));
    }

    private void formattedPart(Expr e) {
        switch (e) {
            case Expr.Constant c ->
                    out.append(
                            ((StrValue) c.value())
                                    .toString()
                                    .replace("{", "{{")
                                    .replace("}", "}}"));
            case Expr.JoinedStr j -> j.values().forEach(v -> formattedPart(v));
            case Expr.FormattedValue f -> field(f.value(), f.conversion(), f.formatSpec());
            case Expr.Interpolation i -> field(i.str().toString(), i.conversion(), i.formatSpec());
            default -> write(e, TEST);
        }
    }

    private void field(Expr value, int conversion, Expr spec) {
        field(new Unparser().textOf(value), conversion, spec);
    }

    private void field(String text, int conversion, Expr spec) {
        out.append('{');
        out.append(text.startsWith("{") ? " " : "").append(text);
        if (conversion > 0) {
            out.append('!').append((char) conversion);
        }
        if (spec != null) {
            out.append(':');
            formattedPart(spec);
        }
        out.append('}');
    }

    private String textOf(Expr e) {
        write(e, TEST + 1);
        return out.toString();
    }
}
