package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Warnings;

/** Importing Modules. */
public final class ImportApi {
    private ImportApi() {}

    public static Object PyImport_Import(CapiContext context, Object name) {
        Object importFunction = PythonContext.get().builtins.dict.get("__import__");
        Object empty = new PyDict();
        Call.call(
                importFunction,
                name,
                empty,
                empty,
                new PyList(new Object[] {Str.name("__doc__")}),
                0L);
        return Sequences.getItem(PythonContext.get().modules, name);
    }

    public static Object PyImport_ImportModule(CapiContext context, String name) {
        return PyImport_Import(context, Str.of(name));
    }

    public static Object PyImport_ImportModuleNoBlock(CapiContext context, String name) {
        Warnings.warn(
                ExceptionTypes.DeprecationWarning,
                "PyImport_ImportModuleNoBlock() is deprecated and scheduled for removal in Python"
                        + " 3.15. Use PyImport_ImportModule() instead.",
                1);
        return PyImport_Import(context, Str.of(name));
    }

    public static Object PyImport_ImportModuleLevelObject(
            CapiContext context,
            Object name,
            Object globals,
            Object locals,
            Object fromlist,
            int level) {
        if (level < 0) {
            throw Errors.valueError("level must be >= 0");
        }
        if (name == null) {
            throw Errors.valueError("Empty module name");
        }
        if (Str.valueOrNull(name) == null) {
            throw Errors.typeError("module name must be a string");
        }
        if (level > 0 && globals != null && !(globals instanceof PyDict)) {
            throw Errors.typeError("globals must be a dict");
        }
        return Call.call(
                Attributes.get(PythonContext.get().importlib, "__import__"),
                name,
                Support.orNone(globals),
                Support.orNone(locals),
                fromlist == null ? PyTuple.EMPTY : fromlist,
                (long) level);
    }

    public static Object PyImport_ImportModuleLevel(
            CapiContext context,
            String name,
            Object globals,
            Object locals,
            Object fromlist,
            int level) {
        return PyImport_ImportModuleLevelObject(
                context, Str.of(name), globals, locals, fromlist, level);
    }

    public static Object PyImport_GetModuleDict(CapiContext context) {
        return PythonContext.get().modules;
    }

    public static Object PyImport_GetModule(CapiContext context, Object name) {
        return PythonContext.get().modules.get(name);
    }

    public static Object PyImport_AddModuleObject(CapiContext context, Object name) {
        Object known = PythonContext.get().modules.get(name);
        if (known instanceof PyModule) {
            return known;
        }
        PyModule made = PyModule.named(name);
        PythonContext.get().modules.put(name, made);
        return made;
    }

    public static Object PyImport_AddModule(CapiContext context, String name) {
        return PyImport_AddModuleObject(context, Str.of(name));
    }

    public static Object PyImport_AddModuleRef(CapiContext context, String name) {
        return PyImport_AddModuleObject(context, Str.of(name));
    }

    public static Object PyImport_ReloadModule(CapiContext context, Object m) {
        return Support.function("importlib", "reload", m);
    }

    public static Object PyImport_GetImporter(CapiContext context, Object path) {
        Object finder = Attributes.get(PythonContext.get().importlibExternal, "PathFinder");
        return Call.method(finder, "_path_importer_cache", path);
    }

    public static long PyImport_GetMagicNumber(CapiContext context) {
        Object magic = Attributes.get(PythonContext.get().importlibExternal, "MAGIC_NUMBER");
        byte[] b = ((PyBytes) magic).value;
        return (b[0] & 0xff) | (b[1] & 0xff) << 8 | (b[2] & 0xff) << 16 | (long) b[3] << 24;
    }

    public static long PyImport_GetMagicTag(CapiContext context) {
        Object implementation = Modules.attribute("sys", "implementation");
        return context.constants.of(Attributes.get(implementation, "cache_tag"));
    }

    public static Object PyImport_ExecCodeModuleObject(
            CapiContext context, Object name, Object co, Object pathname, Object cpathname) {
        PyModule module = (PyModule) PyImport_AddModuleObject(context, name);
        module.dict.put("__builtins__", PythonContext.get().builtins);
        Object file = pathname != null ? pathname : Attributes.get(co, "co_filename");
        Call.call(
                Attributes.get(PythonContext.get().importlibExternal, "_fix_up_module"),
                module.dict,
                name,
                file,
                Support.orNone(cpathname));
        try {
            Support.builtin("exec", co, module.dict);
        } catch (PyException e) {
            PythonContext.get().modules.remove(name);
            throw e;
        }
        return PythonContext.get().modules.get(name);
    }

    public static Object PyImport_ExecCodeModuleWithPathnames(
            CapiContext context, String name, Object co, long pathname, long cpathname) {
        Object compiled = pathOrNull(context, cpathname);
        Object source = pathOrNull(context, pathname);
        if (source == null && compiled != null) {
            source = sourceOf(compiled);
        }
        return PyImport_ExecCodeModuleObject(context, Str.of(name), co, source, compiled);
    }

    private static Object pathOrNull(CapiContext context, long path) {
        return path == 0 ? null : UnicodeApi.PyUnicode_DecodeFSDefault(context, path);
    }

    /** The source that a compiled file's name tells of, or the file itself. */
    private static Object sourceOf(Object compiled) {
        Object found =
                Call.call(
                        Attributes.get(PythonContext.get().importlibExternal, "_get_sourcefile"),
                        compiled);
        return found == Singleton.NONE ? compiled : found;
    }

    public static Object PyImport_ExecCodeModuleEx(
            CapiContext context, String name, Object co, long pathname) {
        return PyImport_ExecCodeModuleWithPathnames(context, name, co, pathname, 0);
    }

    public static Object PyImport_ExecCodeModule(CapiContext context, String name, Object co) {
        return PyImport_ExecCodeModuleWithPathnames(context, name, co, 0, 0);
    }

    public static boolean PyImport_ImportFrozenModule(CapiContext context, String name) {
        return PyImport_ImportFrozenModuleObject(context, Str.of(name));
    }

    /** Runs a frozen module's code in its module; false when there is none of the name. */
    public static boolean PyImport_ImportFrozenModuleObject(CapiContext context, Object name) {
        if (Str.valueOrNull(name) == null
                || !Truth.isTrue(Support.function("_imp", "is_frozen", name))) {
            return false;
        }
        Object code = Support.function("_imp", "get_frozen_object", name);
        boolean isPackage = Truth.isTrue(Support.function("_imp", "is_frozen_package", name));
        PyModule module = (PyModule) PyImport_AddModuleObject(context, name);
        module.dict.put("__builtins__", PythonContext.get().builtins);
        module.dict.put("__origname__", name);
        if (isPackage) {
            module.dict.put("__path__", new PyList());
        }
        try {
            Support.builtin("exec", code, module.dict);
        } catch (PyException e) {
            PythonContext.get().modules.remove(name);
            throw e;
        }
        return true;
    }
}
