package org.jabiru.parser;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Comprehension;
import org.jabiru.ast.ExceptHandler;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Node;
import org.jabiru.ast.Operator;
import org.jabiru.ast.Positioned;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.TypeParam;

/**
 * Refuses what an older Python 3 did not have ({@code ast.parse(feature_version=...)}), as far as
 * the tree shows it.
 */
public final class FeatureVersion {
    private final int minor;
    private final SourceText source;

    private FeatureVersion(int minor, SourceText source) {
        this.minor = minor;
        this.source = source;
    }

    /**
     * Checks a whole tree.
     *
     * @param minor the version, 3.minor
     * @throws PythonSyntaxException for what came later
     */
    public static void check(Mod mod, int minor, SourceText source) {
        new FeatureVersion(minor, source).visit(mod, new Span(1, 0, 1, 0));
    }

    private void visit(Node node, Span around) {
        Span span = node instanceof Positioned p ? p.span() : around;
        switch (node) {
            case Stmt.AsyncFunctionDef f -> needs(5, "Async functions are", span);
            case Stmt.AsyncFor f -> needs(5, "Async for loops are", span);
            case Stmt.AsyncWith w -> needs(5, "Async with statements are", span);
            case Expr.Await a -> needs(5, "Await expressions are", span);
            case Expr.BinOp b when b.op() == Operator.MAT_MULT ->
                    needs(5, "The '@' operator is", span);
            case Stmt.AnnAssign a -> needs(6, "Variable annotation syntax is", span);
            case Comprehension c when c.isAsync() -> needs(6, "Async comprehensions are", span);
            case Expr.NamedExpr n -> needs(8, "Assignment expressions are", span);
            case Arguments a when !a.posonlyargs().isEmpty() ->
                    needs(8, "Positional-only parameters are", span);
            case Stmt.Match m -> needs(10, "Pattern matching is", span);
            case Stmt.TryStar t -> needs(11, "Exception groups are", span);
            case Stmt.TypeAlias a -> needs(12, "Type statement is", span);
            case TypeParam p -> {
                needs(12, "Type parameter lists are", span);
                if (p.defaultValue() != null) {
                    needs(13, "Type parameter defaults are", span);
                }
            }
            case Expr.TemplateStr t -> needs(14, "t-strings are", span);
            case ExceptHandler h when h.type() instanceof Expr.Tuple t && isBare(t) ->
                    needs(14, "except expressions without parentheses are", span);
            default -> {}
        }
        for (RecordComponent c : node.getClass().getRecordComponents()) {
            try {
                c.getAccessor().setAccessible(true);
                Object value = c.getAccessor().invoke(node);
                if (value instanceof Node n) {
                    visit(n, span);
                } else if (value instanceof List<?> list) {
                    for (Object item : list) {
                        if (item instanceof Node n) {
                            visit(n, span);
                        }
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("node " + node.getClass().getName(), e);
            }
        }
    }

    /** Whether a tuple stands without parentheses: then it begins with its first item. */
    private static boolean isBare(Expr.Tuple t) {
        if (t.elts().isEmpty()) {
            return false;
        }
        Span first = t.elts().get(0).span();
        return first.line() == t.span().line() && first.column() == t.span().column();
    }

    private void needs(int version, String what, Span span) {
        if (minor < version) {
            throw new PythonSyntaxException(
                    PythonSyntaxException.Kind.SYNTAX,
                    what + " only supported in Python 3." + version + " and greater",
                    source.filename(),
                    span.line(),
                    span.column() + 1,
                    span.endLine(),
                    span.endColumn() + 1,
                    source.line(span.line()));
        }
    }
}
