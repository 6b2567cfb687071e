package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Numbers;

/** Floating-Point Objects. */
public final class FloatApi {
    private FloatApi() {}

    public static double PyFloat_AsDouble(CapiContext context, Object obj) {
        return Numbers.toDouble(obj);
    }
}
