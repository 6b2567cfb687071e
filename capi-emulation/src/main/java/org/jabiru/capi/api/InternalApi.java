package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;

/** What only our own C code asks for. */
public final class InternalApi {
    private InternalApi() {}

    public static void jabiru_forget(CapiContext context, long instance) {
        Handle h = context.handles.at(instance);
        if (h != null) {
            context.handles.unbind(h);
        }
    }

    public static int jabiru_gil_acquire(CapiContext context) {
        return context.acquireGil();
    }

    public static void jabiru_gil_release(CapiContext context) {
        context.releaseGil();
    }

    public static void jabiru_refresh(CapiContext context, long container) {
        context.crossing.mirrors().refresh(container);
    }

    public static void jabiru_unraisable(CapiContext context, Object message) {
        ExceptionsApi.formatUnraisable(context, message);
    }

    public static void jabiru_refresh_item(CapiContext context, long list, long index) {
        context.crossing.mirrors().refreshItem(list, index);
    }

    public static void jabiru_type_created(
            CapiContext context, long type, Object module, Object bases, long spec) {
        context.specTypes.create(type, module, bases);
    }
}
