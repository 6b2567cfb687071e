package org.jabiru.compiler;

import org.jabiru.ast.BytesValue;
import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Complex;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Singleton;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.StrValue;

/** What the compiler warns about: code that cannot do what it looks like. */
final class LiteralWarnings {
    private static final String COMMA = "; perhaps you missed a comma?";

    private final CompilerWarnings sink;

    LiteralWarnings(CompilerWarnings sink) {
        this.sink = sink;
    }

    /** {@code assert (test, "message")}. */
    void assertion(Stmt.Assert a) {
        if (a.test() instanceof Expr.Tuple t && !t.elts().isEmpty()) {
            sink.warn("assertion is always true, perhaps remove parentheses?", a.span());
        }
    }

    /** {@code x is 1}. */
    void compare(Expr.Compare c) {
        String left = literal(c.left());
        for (int i = 0; i < c.ops().size(); i++) {
            String right = literal(c.comparators().get(i));
            CmpOp op = c.ops().get(i);
            if ((op == CmpOp.IS || op == CmpOp.IS_NOT) && (left != null || right != null)) {
                boolean is = op == CmpOp.IS;
                sink.warn(
                        String.format(
                                "\"%s\" with '%s' literal. Did you mean \"%s\"?",
                                is ? "is" : "is not",
                                left != null ? left : right,
                                is ? "==" : "!="),
                        c.span());
                return;
            }
            left = right;
        }
    }

    /** The type of a literal whose identity means nothing. */
    private static String literal(Expr e) {
        return switch (e) {
            case Expr.Constant c
                    when c.value() instanceof Singleton || c.value() instanceof Boolean ->
                    null;
            case Expr.Constant c -> type(c);
            case Expr.Tuple t when t.elts().stream().allMatch(Expr.Constant.class::isInstance) ->
                    "tuple";
            default -> null;
        };
    }

    /** {@code "text" (1)}. */
    void call(Expr.Call c) {
        String type = type(c.func());
        if (type != null && !type.equals("function")) {
            sink.warn("'" + type + "' object is not callable" + COMMA, c.span());
        }
    }

    /** {@code 1 [2]}, {@code [1] ["a"]}. */
    void subscript(Expr.Subscript s) {
        String type = type(s.value());
        if (type == null || type.equals("dict")) {
            return;
        }
        boolean indexed =
                type.equals("str")
                        || type.equals("bytes")
                        || type.equals("tuple")
                        || type.equals("list");
        if (!indexed) {
            sink.warn("'" + type + "' object is not subscriptable" + COMMA, s.span());
            return;
        }
        String index = type(s.slice());
        if (index != null && !index.equals("int") && !index.equals("bool")) {
            sink.warn(type + " indices must be integers or slices, not " + index + COMMA, s.span());
        }
    }

    /** The type of the value, where the expression itself tells. */
    private static String type(Expr e) {
        return switch (e) {
            case Expr.Constant c ->
                    switch (c.value()) {
                        case StrValue s -> "str";
                        case BytesValue b -> "bytes";
                        case Complex n -> "complex";
                        case Double d -> "float";
                        case Boolean b -> "bool";
                        case Singleton s -> s == Singleton.NONE ? "NoneType" : "ellipsis";
                        default -> "int";
                    };
            case Expr.Tuple t -> "tuple";
            case Expr.List l -> "list";
            case Expr.ListComp l -> "list";
            case Expr.Dict d -> "dict";
            case Expr.DictComp d -> "dict";
            case Expr.Set s -> "set";
            case Expr.SetComp s -> "set";
            case Expr.GeneratorExp g -> "generator";
            case Expr.Lambda l -> "function";
            case Expr.JoinedStr j -> "str";
            case Expr.FormattedValue f -> "str";
            case Expr.TemplateStr t -> "string.templatelib.Template";
            default -> null;
        };
    }
}
