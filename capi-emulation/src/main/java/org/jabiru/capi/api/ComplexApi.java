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
        return ComplexType.valueOf(op).real;
    }

    public static double PyComplex_ImagAsDouble(CapiContext context, Object op) {
        return ComplexType.valueOf(op).imag;
    }
}
