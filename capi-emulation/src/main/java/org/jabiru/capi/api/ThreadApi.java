package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Modules;

/** Threads: what Java knows about them. */
public final class ThreadApi {
    private ThreadApi() {}

    public static Object PyThread_GetInfo(CapiContext context) {
        return Modules.attribute("sys", "thread_info");
    }
}
