package org.jabiru.compiler;

import java.util.List;
import java.util.stream.Collectors;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.TypeParam;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.Scope.Symbol;
import org.jabiru.compiler.ScopeTree.Part;

/** The scopes of type parameters, type aliases, and types that are evaluated when asked for. */
final class TypeScopes {
    private final ScopeBuilder builder;
    private final ScopeTree tree;

    TypeScopes(ScopeBuilder builder, ScopeTree tree) {
        this.builder = builder;
        this.tree = tree;
    }

    /** Enters the scope of type parameters; the caller leaves it. */
    Scope parameters(Object node, String name, List<TypeParam> params) {
        String around = builder.scope.privateName;
        boolean ofClass = node instanceof Stmt.ClassDef;
        Scope s =
                new Scope(
                        Kind.TYPE_PARAMETERS,
                        name,
                        builder.scope,
                        ofClass ? name : around,
                        params.get(0).span());
        // Parameters of a class are private to it, the other names in its head are not.
        s.mangledNames =
                ofClass
                        ? params.stream().map(TypeParam::name).collect(Collectors.toSet())
                        : builder.scope.mangledNames;
        tree.put(node, Part.TYPE_PARAMETERS, s);
        builder.scope = s;
        boolean hasDefault = false;
        builder.seeClass(s);
        if (node instanceof Stmt.FunctionDef || node instanceof Stmt.AsyncFunctionDef) {
            builder.parameter(".defaults", s.span);
            builder.parameter(".kwdefaults", s.span);
        }
        for (TypeParam p : params) {
            checkTypeParameterName(p);
            if (hasDefault && p.defaultValue() == null) {
                tree.placement.report(
                        "non-default type parameter '"
                                + p.name()
                                + "' follows default type parameter",
                        p.span());
            }
            hasDefault |= p.defaultValue() != null;
            Symbol symbol = s.symbol(s.mangle(p.name()));
            if (symbol.typeParameter) {
                throw new CompileError("duplicate type parameter '" + p.name() + "'", p.span());
            }
            symbol.typeParameter = true;
            symbol.assigned = true;
            if (p instanceof TypeParam.TypeVar v && v.bound() != null) {
                String what = v.bound() instanceof Expr.Tuple ? "constraint" : "bound";
                typeExpression(p, Part.BOUND, p.name(), "a TypeVar " + what, v.bound());
            }
            if (p.defaultValue() != null) {
                String what =
                        switch (p) {
                            case TypeParam.TypeVar v -> "a TypeVar default";
                            case TypeParam.ParamSpec v -> "a ParamSpec default";
                            case TypeParam.TypeVarTuple v -> "a TypeVarTuple default";
                        };
                typeExpression(p, Part.DEFAULT, p.name(), what, p.defaultValue());
            }
        }
        return s;
    }

    private static void checkTypeParameterName(TypeParam p) {
        if (p.name().equals("__classdict__")) {
            throw new CompileError(
                    "reserved name '__classdict__' cannot be used for type parameter", p.span());
        }
        if (p.name().equals("__debug__")) {
            throw new CompileError("cannot assign to __debug__", p.span());
        }
    }

    /**
     * A type that is evaluated when asked for.
     *
     * @param what how messages call it
     */
    private void typeExpression(Object node, Part part, String name, String what, Expr e) {
        Scope s = builder.enter(Kind.TYPE_EXPRESSION, name, node, part, e.span());
        s.description = what;
        builder.seeClass(s);
        builder.parameter(".format", s.span);
        builder.expr(e);
        builder.leave();
    }

    void alias(Stmt.TypeAlias a) {
        builder.expr(a.name());
        String name = ((Expr.Name) a.name()).id();
        boolean generic = !a.typeParams().isEmpty();
        if (generic) {
            parameters(a, name, a.typeParams());
        }
        typeExpression(a, Part.BODY, name, "a type alias", a.value());
        if (generic) {
            builder.leave();
        }
    }
}
