package org.jabiru.compiler;

import org.jabiru.ast.Alias;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.StrValue;

/**
 * What code is compiled with.
 *
 * @param optimize as {@code -O}: 0, 1 (no assertions) or 2 (no docstrings either)
 * @param futureAnnotations {@code from __future__ import annotations}
 * @param topLevelAwait {@code ast.PyCF_ALLOW_TOP_LEVEL_AWAIT}
 * @param futures the bits of all future statements in force, as in {@code co_flags}
 */
record CompilerFlags(int optimize, boolean futureAnnotations, boolean topLevelAwait, int futures) {
    private static final int ANNOTATIONS = 0x1000000;
    private static final int BARRY_AS_FLUFL = 0x400000;

    /** Adds the future statements at the start of a module ({@code __future__}). */
    CompilerFlags withFuturesOf(Mod mod) {
        int bits = futures;
        boolean allowed = true;
        boolean first = true;
        for (Stmt s : mod.statements()) {
            if (s instanceof Stmt.ImportFrom i
                    && "__future__".equals(i.module())
                    && i.level() == 0) {
                if (!allowed) {
                    throw new CompileError(
                                    "from __future__ imports must occur at the beginning of the file",
                                    i.span())
                            .asEarly();
                }
                for (Alias a : i.names()) {
                    bits |= bit(a.name(), a.span());
                }
            } else if (!(first && isDocstring(s))) {
                allowed = false;
            }
            first = false;
        }
        return new CompilerFlags(optimize, (bits & ANNOTATIONS) != 0, topLevelAwait, bits);
    }

    private static int bit(String feature, Span span) {
        return switch (feature) {
            case "annotations" -> ANNOTATIONS;
            case "barry_as_FLUFL" -> BARRY_AS_FLUFL;
            case "nested_scopes" -> 0x10;
            case "generators" -> 0;
            case "division" -> 0x20000;
            case "absolute_import" -> 0x40000;
            case "with_statement" -> 0x80000;
            case "print_function" -> 0x100000;
            case "unicode_literals" -> 0x200000;
            case "generator_stop" -> 0x800000;
            case "braces" -> throw new CompileError("not a chance", span).asEarly();
            default ->
                    throw new CompileError("future feature " + feature + " is not defined", span)
                            .asEarly();
        };
    }

    static boolean isDocstring(Stmt s) {
        return s instanceof Stmt.ExprStmt e
                && e.value() instanceof Expr.Constant c
                && c.value() instanceof StrValue;
    }
}
