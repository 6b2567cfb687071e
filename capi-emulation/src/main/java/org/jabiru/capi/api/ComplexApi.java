package org.jabiru.capi.api;

import org.jabiru.builtins.complex.ComplexType;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.capi.CapiContext;

/** Complex Number Objects. */
public final class ComplexApi {
    private ComplexApi() {}

    public static Object PyComplex_FromDoubles(CapiContext context, double real, double imag) {
        return new PyComplex(real, imag);
    }

    public static double PyComplex_RealAsDouble(CapiContext context, Object op) {
        return valueOf(op).real;
    }

    public static double PyComplex_ImagAsDouble(CapiContext context, Object op) {
        return valueOf(op).imag;
    }

    /** An instance of a subclass is not asked for its {@code __complex__}. */
    private static PyComplex valueOf(Object op) {
        return op instanceof PyComplex z ? z : ComplexType.valueOf(op);
    }
}
