package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Numbers;

/** Floating-Point Objects. */
public final class FloatApi {
    private FloatApi() {}

    public static double PyFloat_AsDouble(CapiContext context, Object obj) {
        return Numbers.toDouble(obj);
    }

    public static Object PyFloat_FromString(CapiContext context, Object obj) {
        if (Str.valueOrNull(obj) == null && !Buffers.isBuffer(obj)) {
            throw Errors.typeError(
                    "float() argument must be a string or a real number, not '%s'",
                    Support.typeName(obj));
        }
        return Support.builtin("float", obj);
    }

    public static Object PyFloat_GetInfo(CapiContext context) {
        return Modules.attribute("sys", "float_info");
    }
}
