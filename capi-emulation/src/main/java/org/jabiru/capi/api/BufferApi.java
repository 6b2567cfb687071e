package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Buffers;

/** Buffer Protocol: objects whose buffer Java exports. */
public final class BufferApi {
    private BufferApi() {}

    public static boolean PyObject_CheckBuffer(CapiContext context, Object obj) {
        return Buffers.isBuffer(obj);
    }

    public static void PyObject_GetBuffer(CapiContext context, Object obj, long view, int flags) {
        context.bufferExports.export(obj, view, flags);
    }

    public static void PyBuffer_Release(CapiContext context, long view) {
        context.bufferExports.release(view);
    }
}
