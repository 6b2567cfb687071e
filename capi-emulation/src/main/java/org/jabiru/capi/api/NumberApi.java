package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Numbers;

/** Number Protocol. */
public final class NumberApi {
    private NumberApi() {}

    public static Object PyNumber_Index(CapiContext context, Object o) {
        return Numbers.index(o);
    }
}
