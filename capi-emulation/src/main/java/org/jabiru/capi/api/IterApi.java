package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Iteration;

/** Iterator Protocol. */
public final class IterApi {
    private IterApi() {}

    /** Null without exception is the end. */
    public static Object PyIter_Next(CapiContext context, Object obj) {
        return Iteration.next(obj);
    }
}
