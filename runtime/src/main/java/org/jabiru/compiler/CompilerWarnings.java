package org.jabiru.compiler;

import org.jabiru.ast.Span;

/** Receives the SyntaxWarnings of the compiler. */
@FunctionalInterface
interface CompilerWarnings {
    /** May throw {@link CompileError} where warnings are turned into errors. */
    void warn(String message, Span span);
}
