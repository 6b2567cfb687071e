package org.jabiru.capi.api;

import org.jabiru.builtins.frame.Frames;
import org.jabiru.capi.CapiContext;

/** Initialization, Finalization, and Threads. */
public final class InitApi {
    private InitApi() {}

    public static Object PyThreadState_GetFrame(CapiContext context, long tstate) {
        return Frames.current(0);
    }
}
