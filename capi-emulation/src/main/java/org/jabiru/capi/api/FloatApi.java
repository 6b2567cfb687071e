package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Numbers;

/** Floating-Point Objects. */
public final class FloatApi {
    private FloatApi() {}

    public static double PyFloat_AsDouble(CapiContext context, Object obj) {
        return Numbers.toDouble(obj);
    }

    public static Object PyFloat_FromString(CapiContext context, Object obj) {
        return Support.builtin("float", obj);
    }

    public static Object PyFloat_GetInfo(CapiContext context) {
        return Modules.attribute("sys", "float_info");
    }
}
