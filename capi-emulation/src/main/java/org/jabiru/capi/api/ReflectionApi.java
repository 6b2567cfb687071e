package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** Reflection and tracebacks. */
public final class ReflectionApi {
    private ReflectionApi() {}

    public static void PyTraceBack_Print(CapiContext context, Object traceback, Object file) {
        Object print = Attributes.get(ExceptionsApi.importModule("traceback"), "print_tb");
        Object target = file == null ? PythonContext.get().sys.dict.get("stderr") : file;
        Call.call(print, traceback, Singleton.NONE, target);
    }
}
