package org.jabiru.capi.api;

import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.modules.ExtensionModules;
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
        Object name = named(module).dict.get("__name__");
        if (Str.valueOrNull(name) == null) {
            throw Errors.systemError("nameless module");
        }
        return name;
    }

    private static PyModule named(Object o) {
        if (o instanceof PyModule m) {
            return m;
        }
        throw Support.badArgument();
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
        if (value instanceof PyList list) {
            // CPython: the module alone keeps it, where it is, and C goes on reading it by its
            // address; here: its memory would have no items without a reference from C.
            context.crossing.toNew(list);
        }
    }

    public static void PyModule_AddFunctions(CapiContext context, Object module, long functions) {
        ModuleDefinition.addFunctions(
                context, module, module(module).dict.get("__name__"), functions);
    }

    public static void PyModule_SetDocString(CapiContext context, Object module, String doc) {
        Attributes.set(module, "__doc__", Str.of(doc));
    }

    public static Object PyModule_NewObject(CapiContext context, Object name) {
        return PyModule.named(name);
    }

    public static Object PyModule_New(CapiContext context, String name) {
        return PyModule.named(Str.of(name));
    }

    public static long PyModule_GetName(CapiContext context, Object module) {
        return context.constants.of(PyModule_GetNameObject(context, module));
    }

    public static Object PyModule_GetFilenameObject(CapiContext context, Object module) {
        Object file = named(module).dict.get("__file__");
        if (Str.valueOrNull(file) == null) {
            throw Errors.systemError("module filename missing");
        }
        return file;
    }

    public static long PyModule_GetFilename(CapiContext context, Object module) {
        return context.constants.of(PyModule_GetFilenameObject(context, module));
    }

    public static Object PyModule_FromDefAndSpec2(
            CapiContext context, long def, Object spec, int apiVersion) {
        Object name = Attributes.get(spec, "name");
        return new ModuleDefinition(context, def).create(spec, Str.java(Str.valueOrNull(name)));
    }

    public static void PyModule_ExecDef(CapiContext context, Object module, long def) {
        PyModule m = module(module);
        new ModuleDefinition(context, def).execute(m, HandleTable.of(m).address);
    }

    public static Object PyState_FindModule(CapiContext context, long def) {
        return ExtensionModules.get().byDefinition.get(def);
    }

    public static void PyState_AddModule(CapiContext context, Object module, long def) {
        _PyState_AddModule(context, module, def);
    }

    public static void _PyState_AddModule(CapiContext context, Object module, long def) {
        if (new ModuleDefinition(context, def).hasSlots()) {
            throw Errors.systemError("PyState_AddModule called on module with slots");
        }
        ExtensionModules.get().byDefinition.put(def, module);
    }

    public static void PyState_RemoveModule(CapiContext context, long def) {
        if (new ModuleDefinition(context, def).hasSlots()) {
            throw Errors.systemError("PyState_RemoveModule called on module with slots");
        }
        ExtensionModules.get().byDefinition.remove(def);
    }
}
