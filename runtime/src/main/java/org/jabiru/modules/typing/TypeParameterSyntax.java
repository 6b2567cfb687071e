package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Singleton;

/** The objects that type parameter lists and {@code type} statements make (PEP 695, PEP 696). */
public final class TypeParameterSyntax {
    private TypeParameterSyntax() {}

    /** A type variable without bound. */
    public static Object typeVar(Object name) {
        PyTypeVar made = new PyTypeVar((TruffleString) name);
        made.inferVariance = true;
        return made;
    }

    /** A type variable whose bound a function evaluates. */
    public static Object boundTypeVar(Object name, Object evaluator) {
        PyTypeVar made = (PyTypeVar) typeVar(name);
        made.bound = LazyValue.by(evaluator);
        return made;
    }

    /** A type variable whose constraints a function evaluates. */
    public static Object constrainedTypeVar(Object name, Object evaluator) {
        PyTypeVar made = (PyTypeVar) typeVar(name);
        made.constraints = LazyValue.by(evaluator);
        return made;
    }

    public static Object paramSpec(Object name) {
        PyParamSpec made = new PyParamSpec((TruffleString) name);
        made.inferVariance = true;
        return made;
    }

    public static Object typeVarTuple(Object name) {
        return new PyTypeVarTuple((TruffleString) name);
    }

    /** Gives a type parameter the default that a function evaluates; the parameter. */
    public static Object withDefault(Object parameter, Object evaluator) {
        LazyValue value = LazyValue.by(evaluator);
        switch (parameter) {
            case PyTypeVar t -> t.ifMissing = value;
            case PyParamSpec p -> p.ifMissing = value;
            case PyTypeVarTuple t -> t.ifMissing = value;
            default -> throw new IllegalArgumentException("not a type parameter");
        }
        return parameter;
    }

    /** {@code Generic[parameters]}. */
    public static Object genericBase(Object parameters) {
        return TypingFunctions.subscriptGeneric((PyTuple) parameters);
    }

    /** A type alias; parameters is a tuple or None. */
    public static Object alias(Object name, Object parameters, Object evaluator) {
        return new PyTypeAlias(
                (TruffleString) name,
                parameters == Singleton.NONE ? PyTuple.EMPTY : (PyTuple) parameters,
                LazyValue.by(evaluator),
                null);
    }
}
