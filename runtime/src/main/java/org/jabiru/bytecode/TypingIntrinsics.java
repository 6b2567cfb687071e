package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.modules.typing.TypeParameterSyntax;

/** Type parameters and type aliases (PEP 695, PEP 696). */
public final class TypingIntrinsics {
    /** {@code (name)}. */
    public static final int TYPEVAR = 0;

    /** {@code (name, function that evaluates the bound)}. */
    public static final int TYPEVAR_WITH_BOUND = 1;

    /** {@code (name, function that evaluates the constraints)}. */
    public static final int TYPEVAR_WITH_CONSTRAINTS = 2;

    /** {@code (name)}. */
    public static final int PARAMSPEC = 3;

    /** {@code (name)}. */
    public static final int TYPEVARTUPLE = 4;

    /** {@code (parameter, function that evaluates the default)}; the parameter. */
    public static final int SET_TYPEPARAM_DEFAULT = 5;

    /** {@code (tuple of parameters)}: the base {@code Generic[...]}. */
    public static final int SUBSCRIPT_GENERIC = 6;

    /** {@code (name, tuple of parameters or None, function that evaluates the value)}. */
    public static final int TYPEALIAS = 7;

    private TypingIntrinsics() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object call(int which, Object[] args) {
        return switch (which) {
            case TYPEVAR -> TypeParameterSyntax.typeVar(args[0]);
            case TYPEVAR_WITH_BOUND -> TypeParameterSyntax.boundTypeVar(args[0], args[1]);
            case TYPEVAR_WITH_CONSTRAINTS ->
                    TypeParameterSyntax.constrainedTypeVar(args[0], args[1]);
            case PARAMSPEC -> TypeParameterSyntax.paramSpec(args[0]);
            case TYPEVARTUPLE -> TypeParameterSyntax.typeVarTuple(args[0]);
            case SET_TYPEPARAM_DEFAULT -> TypeParameterSyntax.withDefault(args[0], args[1]);
            case SUBSCRIPT_GENERIC -> TypeParameterSyntax.genericBase(args[0]);
            case TYPEALIAS -> TypeParameterSyntax.alias(args[0], args[1], args[2]);
            default -> throw new IllegalArgumentException("intrinsic " + which);
        };
    }
}
