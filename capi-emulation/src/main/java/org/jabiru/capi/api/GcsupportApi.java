package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Truth;

/** Supporting Cyclic Garbage Collection: control of the collector. */
public final class GcsupportApi {
    private GcsupportApi() {}

    public static long PyGC_Collect(CapiContext context) {
        return (Long) Support.function("gc", "collect");
    }

    private static boolean enabled() {
        return Truth.isTrue(Support.function("gc", "isenabled"));
    }

    public static int PyGC_Enable(CapiContext context) {
        boolean before = enabled();
        Support.function("gc", "enable");
        return before ? 1 : 0;
    }

    public static int PyGC_Disable(CapiContext context) {
        boolean before = enabled();
        Support.function("gc", "disable");
        return before ? 1 : 0;
    }

    public static boolean PyGC_IsEnabled(CapiContext context) {
        return enabled();
    }
}
