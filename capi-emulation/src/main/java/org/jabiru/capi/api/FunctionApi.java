package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.MethodDefinition;
import org.jabiru.capi.functions.PyNativeFunction;
import org.jabiru.capi.memory.Memory;

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

    public static Object PyCFunction_New(CapiContext context, long method, Object self) {
        return PyCMethod_New(context, method, self, null, null);
    }

    private static PyNativeFunction function(Object o) {
        if (o instanceof PyNativeFunction f) {
            return f;
        }
        throw Support.badInternalCall();
    }

    public static int PyCFunction_GetFlags(CapiContext context, Object function) {
        return function(function).definition().flags;
    }

    public static long PyCFunction_GetFunction(CapiContext context, Object function) {
        return Memory.getLong(function(function).definition().address + 8);
    }

    public static Object PyCFunction_GetSelf(CapiContext context, Object function) {
        PyNativeFunction f = function(function);
        return (f.definition().flags & MethodDefinition.STATIC) != 0 ? null : f.self();
    }
}
