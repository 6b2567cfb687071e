package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.MethodDefinition;
import org.jabiru.capi.functions.PyNativeFunction;

/** Function Objects: functions written in C. */
public final class FunctionApi {
    private FunctionApi() {}

    public static Object PyCFunction_NewEx(
            CapiContext context, long method, Object self, Object module) {
        return PyCMethod_New(context, method, self, module, null);
    }

    public static Object PyCMethod_New(
            CapiContext context, long method, Object self, Object module, Object cls) {
        return new PyNativeFunction(new MethodDefinition(context, method), self, module, cls);
    }
}
