package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.capi.CapiContext;
import org.jabiru.modules.contextvars.ContextType;
import org.jabiru.modules.contextvars.PyContext;
import org.jabiru.modules.contextvars.PyContextVar;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** Context Variables Objects. */
public final class ContextApi {
    private ContextApi() {}

    private static PyContext context(Object o) {
        if (o instanceof PyContext c) {
            return c;
        }
        throw Errors.typeError("an instance of Context was expected");
    }

    private static PyContextVar variable(Object o) {
        if (o instanceof PyContextVar v) {
            return v;
        }
        throw Errors.typeError("an instance of ContextVar was expected");
    }

    public static Object PyContext_New(CapiContext context) {
        return PyContext.empty();
    }

    public static Object PyContext_Copy(CapiContext context, Object ctx) {
        return context(ctx).copy();
    }

    public static Object PyContext_CopyCurrent(CapiContext context) {
        return PyContext.current().copy();
    }

    public static void PyContext_Enter(CapiContext context, Object ctx) {
        ContextType.enter(context(ctx), PythonContext.get().threadState());
    }

    public static void PyContext_Exit(CapiContext context, Object ctx) {
        ContextType.leave(context(ctx), PythonContext.get().threadState());
    }

    public static Object PyContextVar_New(CapiContext context, String name, Object missing) {
        return new PyContextVar(Str.of(name), missing);
    }

    /** Stores the value, the given default or the variable's own, or NULL for none. */
    public static void PyContextVar_Get(CapiContext context, Object var, Object given, long value) {
        PyContextVar variable = variable(var);
        Object found = variable.valueOrNull();
        if (found == null) {
            found = given == null ? variable.missing : given;
        }
        Support.store(context, value, found);
    }

    public static Object PyContextVar_Set(CapiContext context, Object var, Object value) {
        return variable(var).set(value);
    }

    public static void PyContextVar_Reset(CapiContext context, Object var, Object token) {
        Call.method(variable(var), "reset", token);
    }
}
