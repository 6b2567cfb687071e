package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;

/** Data marshalling support. */
public final class MarshalApi {
    private MarshalApi() {}

    public static Object PyMarshal_ReadObjectFromString(CapiContext context, long data, long len) {
        return Support.function("marshal", "loads", Support.bytes(data, len));
    }

    public static Object PyMarshal_WriteObjectToString(
            CapiContext context, Object value, int version) {
        return Support.function("marshal", "dumps", value, (long) version);
    }
}
