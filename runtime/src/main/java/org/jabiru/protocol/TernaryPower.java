package org.jabiru.protocol;

import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.floats.FloatArithmetic;
import org.jabiru.builtins.floats.FloatType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;

/** {@code pow()} with three arguments. */
public final class TernaryPower {
    private TernaryPower() {}

    /**
     * {@code pow(base, exponent, modulus)} through {@code __pow__} and {@code __rpow__}.
     *
     * @param modulus not None
     * @param operator how the TypeError calls the operation
     */
    public static Object power(Object base, Object exponent, Object modulus, String operator) {
        Object result = null;
        PyType right = Types.of(exponent);
        boolean reflectedFirst =
                right != Types.of(base)
                        && right.isSubtype(Types.of(base))
                        && right.lookup("__rpow__") != Types.of(base).lookup("__rpow__");
        if (reflectedFirst) {
            result = Call.specialOrNull(exponent, "__rpow__", base, modulus);
            if (result != null && result != Singleton.NOT_IMPLEMENTED) {
                return result;
            }
        }
        result = Call.specialOrNull(base, "__pow__", exponent, modulus);
        if (result == null || result == Singleton.NOT_IMPLEMENTED) {
            result =
                    Types.of(base) == Types.of(exponent)
                            ? null
                            : Call.specialOrNull(exponent, "__rpow__", base, modulus);
        }
        if (result == null || result == Singleton.NOT_IMPLEMENTED) {
            refuseByModulus(base, exponent, modulus);
            throw Errors.typeError(
                    "unsupported operand type(s) for %s: '%s', '%s', '%s'",
                    operator,
                    Types.of(base).name(),
                    Types.of(exponent).name(),
                    Types.of(modulus).name());
        }
        return result;
    }

    /** The type of the third argument is asked as well: a float refuses, a complex numbers only. */
    private static void refuseByModulus(Object base, Object exponent, Object modulus) {
        if (Types.isInstance(modulus, FloatType.TYPE)) {
            FloatType.noModulus(modulus);
        }
        if (modulus instanceof PyComplex && isNumber(base) && isNumber(exponent)) {
            throw Errors.valueError("complex modulo");
        }
    }

    private static boolean isNumber(Object o) {
        return o instanceof PyComplex || FloatArithmetic.operandOrNull(o) != null;
    }
}
