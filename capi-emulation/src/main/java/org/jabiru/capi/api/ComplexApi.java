package org.jabiru.capi.api;

import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/** Complex Number Objects. */
public final class ComplexApi {
    private ComplexApi() {}

    public static Object PyComplex_FromDoubles(CapiContext context, double real, double imag) {
        return new PyComplex(real, imag);
    }

    private static PyComplex complexOrNull(Object o) {
        if (o instanceof PyComplex c) {
            return c;
        }
        Object made = Call.specialOrNull(o, "__complex__");
        if (made == null || made instanceof PyComplex) {
            return (PyComplex) made;
        }
        throw Errors.typeError(
                "%s.__complex__() must return a complex, not %s",
                Support.typeName(o), Support.typeName(made));
    }

    public static double PyComplex_RealAsDouble(CapiContext context, Object op) {
        PyComplex c = complexOrNull(op);
        return c == null ? Numbers.toDouble(op) : c.real;
    }

    public static double PyComplex_ImagAsDouble(CapiContext context, Object op) {
        PyComplex c = complexOrNull(op);
        if (c == null) {
            Numbers.toDouble(op);
            return 0;
        }
        return c.imag;
    }
}
