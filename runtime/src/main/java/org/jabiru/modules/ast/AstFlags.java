package org.jabiru.modules.ast;

/** Flags of {@code compile} about syntax trees. */
public final class AstFlags {
    /** {@code ast.PyCF_ONLY_AST}. */
    public static final int ONLY_AST = 0x400;

    /** {@code ast.PyCF_OPTIMIZED_AST}. */
    public static final int OPTIMIZED_AST = 0x8000 | ONLY_AST;

    /** {@code ast.PyCF_TYPE_COMMENTS}. */
    public static final int TYPE_COMMENTS = 0x1000;

    private AstFlags() {}
}
