package org.jabiru.modules.ast;

import java.math.BigInteger;
import java.util.List;
import org.jabiru.ast.BytesValue;
import org.jabiru.ast.Complex;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Operator;
import org.jabiru.ast.Pattern;
import org.jabiru.ast.Singleton;
import org.jabiru.ast.StrValue;
import org.jabiru.ast.UnaryOp;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** The part of {@link TreeValidator} for patterns. */
final class PatternValidator {
    private final ExpressionValidator expressions;

    PatternValidator(ExpressionValidator expressions) {
        this.expressions = expressions;
    }

    /** Checks a pattern; a star is allowed only directly in a sequence. */
    void visit(Pattern p, boolean starAllowed) {
        switch (p) {
            case Pattern.MatchValue v -> value(v.value());
            case Pattern.MatchSingleton v -> {
                if (!isSingleton(v.value())) {
                    throw Errors.valueError("MatchSingleton can only contain True, False and None");
                }
            }
            case Pattern.MatchSequence v -> v.patterns().forEach(x -> visit(x, true));
            case Pattern.MatchMapping v -> mapping(v);
            case Pattern.MatchClass v -> classPattern(v);
            case Pattern.MatchStar v -> {
                if (!starAllowed) {
                    throw Errors.valueError("can't use MatchStar here");
                }
                capture(v.name());
            }
            case Pattern.MatchAs v -> {
                capture(v.name());
                if (v.pattern() != null) {
                    if (v.name() == null) {
                        throw Errors.valueError(
                                "MatchAs must specify a target name if a pattern is given");
                    }
                    visit(v.pattern(), false);
                }
            }
            case Pattern.MatchOr v -> {
                if (v.patterns().size() < 2) {
                    throw Errors.valueError("MatchOr requires at least 2 patterns");
                }
                all(v.patterns());
            }
        }
    }

    private void all(List<Pattern> patterns) {
        patterns.forEach(x -> visit(x, false));
    }

    private static void capture(String name) {
        if (name == null) {
            return;
        }
        if (name.equals("_")) {
            throw Errors.valueError("can't capture name '_' in patterns");
        }
        ExpressionValidator.name(name);
    }

    private void mapping(Pattern.MatchMapping m) {
        if (m.keys().size() != m.patterns().size()) {
            throw Errors.valueError(
                    "MatchMapping doesn't have the same number of keys as patterns");
        }
        capture(m.rest());
        for (Expr key : m.keys()) {
            if (!(key instanceof Expr.Constant c && isSingleton(c.value()))) {
                value(key);
            }
        }
        all(m.patterns());
    }

    private void classPattern(Pattern.MatchClass m) {
        if (m.kwdAttrs().size() != m.kwdPatterns().size()) {
            throw Errors.valueError(
                    "MatchClass doesn't have the same number of keyword attributes as patterns");
        }
        expressions.load(m.cls());
        Expr cls = m.cls();
        while (cls instanceof Expr.Attribute a) {
            cls = a.value();
        }
        if (!(cls instanceof Expr.Name)) {
            throw Errors.valueError(
                    "MatchClass cls field can only contain Name or Attribute nodes.");
        }
        m.kwdAttrs().forEach(ExpressionValidator::name);
        all(m.patterns());
        all(m.kwdPatterns());
    }

    private static boolean isSingleton(Object value) {
        return value instanceof Boolean || value == Singleton.NONE;
    }

    private void value(Expr e) {
        expressions.load(e);
        boolean allowed =
                switch (e) {
                    case Expr.Constant c -> isLiteral(c);
                    case Expr.Attribute a -> true;
                    case Expr.UnaryOp u -> isNegative(u);
                    case Expr.BinOp b -> isComplex(b);
                    case Expr.JoinedStr j -> true;
                    default -> false;
                };
        if (!allowed) {
            throw Errors.valueError("patterns may only match literals and attribute lookups");
        }
    }

    private static boolean isLiteral(Expr.Constant c) {
        boolean literal =
                switch (c.value()) {
                    case Long n -> true;
                    case BigInteger n -> true;
                    case Double n -> true;
                    case Complex n -> true;
                    case StrValue s -> true;
                    case BytesValue b -> true;
                    default -> false;
                };
        if (!literal) {
            throw unexpected();
        }
        return true;
    }

    private static PyException unexpected() {
        return Errors.valueError("unexpected constant inside of a literal pattern");
    }

    private static boolean isReal(Expr e) {
        return e instanceof Expr.Constant c
                && (c.value() instanceof Long
                        || c.value() instanceof BigInteger
                        || c.value() instanceof Double);
    }

    private static boolean isNegative(Expr e) {
        return e instanceof Expr.UnaryOp u
                && u.op() == UnaryOp.U_SUB
                && (isReal(u.operand())
                        || u.operand() instanceof Expr.Constant c && c.value() instanceof Complex);
    }

    private static boolean isComplex(Expr.BinOp b) {
        boolean left = isReal(b.left()) || isNegative(b.left());
        return (b.op() == Operator.ADD || b.op() == Operator.SUB)
                && left
                && b.right() instanceof Expr.Constant c
                && c.value() instanceof Complex;
    }
}
