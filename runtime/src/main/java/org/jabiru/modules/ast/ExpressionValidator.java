package org.jabiru.modules.ast;

import java.util.List;
import org.jabiru.ast.Arg;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Keyword;
import org.jabiru.object.Errors;

/** The part of {@link TreeValidator} for expressions. */
final class ExpressionValidator {
    /** Checks an expression that is read; nothing for null. */
    void load(Expr e) {
        visit(e, ExprContext.LOAD);
    }

    private void loads(List<Expr> list) {
        list.forEach(this::load);
    }

    static void name(String identifier) {
        if (identifier.equals("None") || identifier.equals("True") || identifier.equals("False")) {
            throw Errors.valueError("identifier field can't represent '%s' constant", identifier);
        }
    }

    /** Checks an expression in a context; nothing for null. */
    void visit(Expr e, ExprContext context) {
        if (e == null) {
            return;
        }
        checkContext(e, context);
        switch (e) {
            case Expr.BoolOp b -> {
                if (b.values().size() < 2) {
                    throw Errors.valueError("BoolOp with less than 2 values");
                }
                loads(b.values());
            }
            case Expr.NamedExpr n -> {
                if (!(n.target() instanceof Expr.Name)) {
                    throw Errors.typeError("NamedExpr target must be a Name");
                }
                load(n.value());
            }
            case Expr.BinOp b -> {
                load(b.left());
                load(b.right());
            }
            case Expr.UnaryOp u -> load(u.operand());
            case Expr.Lambda l -> {
                arguments(l.args());
                load(l.body());
            }
            case Expr.IfExp i -> {
                load(i.test());
                load(i.body());
                load(i.orelse());
            }
            case Expr.Dict d -> {
                if (d.keys().size() != d.values().size()) {
                    throw Errors.valueError("Dict doesn't have the same number of keys as values");
                }
                loads(d.keys());
                loads(d.values());
            }
            case Expr.Set s -> loads(s.elts());
            case Expr.ListComp c -> comprehension(c.generators(), c.elt(), null);
            case Expr.SetComp c -> comprehension(c.generators(), c.elt(), null);
            case Expr.GeneratorExp c -> comprehension(c.generators(), c.elt(), null);
            case Expr.DictComp c -> comprehension(c.generators(), c.key(), c.value());
            case Expr.Await a -> load(a.value());
            case Expr.Yield y -> load(y.value());
            case Expr.YieldFrom y -> load(y.value());
            case Expr.Compare c -> {
                if (c.comparators().isEmpty()) {
                    throw Errors.valueError("Compare with no comparators");
                }
                if (c.comparators().size() != c.ops().size()) {
                    throw Errors.valueError(
                            "Compare has a different number of comparators and operands");
                }
                loads(c.comparators());
                load(c.left());
            }
            case Expr.Call c -> {
                load(c.func());
                loads(c.args());
                for (Keyword k : c.keywords()) {
                    load(k.value());
                }
            }
            case Expr.Constant c -> {}
            case Expr.JoinedStr j -> loads(j.values());
            case Expr.TemplateStr t -> loads(t.values());
            case Expr.FormattedValue f -> {
                load(f.value());
                load(f.formatSpec());
            }
            case Expr.Interpolation f -> {
                load(f.value());
                load(f.formatSpec());
            }
            case Expr.Attribute a -> load(a.value());
            case Expr.Subscript s -> {
                load(s.slice());
                load(s.value());
            }
            case Expr.Starred s -> visit(s.value(), context);
            case Expr.Name n -> name(n.id());
            case Expr.List l -> l.elts().forEach(x -> visit(x, context));
            case Expr.Tuple t -> t.elts().forEach(x -> visit(x, context));
            case Expr.Slice s -> {
                load(s.lower());
                load(s.upper());
                load(s.step());
            }
        }
    }

    private static void checkContext(Expr e, ExprContext wanted) {
        ExprContext actual =
                switch (e) {
                    case Expr.Attribute a -> a.ctx();
                    case Expr.Subscript s -> s.ctx();
                    case Expr.Starred s -> s.ctx();
                    case Expr.Name n -> n.ctx();
                    case Expr.List l -> l.ctx();
                    case Expr.Tuple t -> t.ctx();
                    default -> null;
                };
        if (actual == null) {
            if (wanted != ExprContext.LOAD) {
                throw Errors.valueError(
                        "expression which can't be assigned to in %s context", wanted.astName());
            }
        } else if (actual != wanted) {
            throw Errors.valueError(
                    "expression must have %s context but has %s instead",
                    wanted.astName(), actual.astName());
        }
    }

    private void comprehension(List<Comprehension> generators, Expr first, Expr second) {
        if (generators.isEmpty()) {
            throw Errors.valueError("comprehension with no generators");
        }
        for (Comprehension c : generators) {
            visit(c.target(), ExprContext.STORE);
            load(c.iter());
            loads(c.ifs());
        }
        load(first);
        load(second);
    }

    /** Checks the parameters of a function. */
    void arguments(Arguments args) {
        annotations(args.posonlyargs());
        annotations(args.args());
        annotations(args.kwonlyargs());
        if (args.vararg() != null) {
            load(args.vararg().annotation());
        }
        if (args.kwarg() != null) {
            load(args.kwarg().annotation());
        }
        if (args.defaults().size() > args.posonlyargs().size() + args.args().size()) {
            throw Errors.valueError("more positional defaults than args on arguments");
        }
        if (args.kwDefaults().size() != args.kwonlyargs().size()) {
            throw Errors.valueError(
                    "length of kwonlyargs is not the same as kw_defaults on arguments");
        }
        loads(args.defaults());
        loads(args.kwDefaults());
    }

    private void annotations(List<Arg> args) {
        for (Arg a : args) {
            load(a.annotation());
        }
    }
}
