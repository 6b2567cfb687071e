package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Modules;

/** Integer Objects: what C does not do itself. */
public final class LongApi {
    private LongApi() {}

    public static Object PyLong_GetInfo(CapiContext context) {
        return Modules.attribute("sys", "int_info");
    }

    public static Object PyLong_FromUnicodeObject(CapiContext context, Object u, int base) {
        return Support.builtin("int", u, (long) base);
    }
}
