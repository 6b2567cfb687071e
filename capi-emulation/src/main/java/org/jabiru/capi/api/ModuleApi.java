package org.jabiru.capi.api;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.modules.ModuleDefinition;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** Module Objects. */
public final class ModuleApi {
    private ModuleApi() {}

    private static PyModule module(Object o) {
        if (o instanceof PyModule m) {
            return m;
        }
        throw Errors.systemError("bad argument to internal function");
    }

    public static Object PyModule_Create2(CapiContext context, long def, int apiVersion) {
        return new ModuleDefinition(context, def).createSinglePhase();
    }

    public static Object PyModule_GetNameObject(CapiContext context, Object module) {
        Object name = module(module).dict.get("__name__");
        if (Str.valueOrNull(name) == null) {
            throw Errors.systemError("nameless module");
        }
        return name;
    }

    public static Object PyModule_GetDict(CapiContext context, Object module) {
        return module(module).dict;
    }

    public static void PyModule_AddObjectRef(
            CapiContext context, Object mod, String name, Object value) {
        if (!(mod instanceof PyModule m)) {
            throw Errors.typeError("PyModule_AddObjectRef() first argument must be a module");
        }
        if (value == null) {
            throw Errors.systemError(
                    "PyModule_AddObjectRef() must be called with an exception raised if value"
                            + " is NULL");
        }
        m.dict.put(Str.of(name), value);
    }

    public static void PyModule_AddFunctions(CapiContext context, Object module, long functions) {
        ModuleDefinition.addFunctions(
                context, module, module(module).dict.get("__name__"), functions);
    }

    public static void PyModule_SetDocString(CapiContext context, Object module, String doc) {
        Attributes.set(module, "__doc__", Str.of(doc));
    }
}
