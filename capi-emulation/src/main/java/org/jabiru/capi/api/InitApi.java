package org.jabiru.capi.api;

import org.jabiru.builtins.frame.Frames;
import org.jabiru.capi.CapiContext;

/** Initialization, Finalization, and Threads. */
public final class InitApi {
    private InitApi() {}

    public static Object PyThreadState_GetFrame(CapiContext context, long tstate) {
        return Frames.current(0);
    }

    /** Raises an exception in a thread, at its next safe point; NULL takes back what waits. */
    public static int PyThreadState_SetAsyncExc(
            CapiContext context, long thread, Object exception) {
        return context.asyncExceptions.raiseIn(thread, exception);
    }
}
