package org.jabiru;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.FrozenModules;
import org.jabiru.imports.ImportTimes;
import org.jabiru.imports.Imports;
import org.jabiru.imports.ModuleCode;
import org.jabiru.modules.BuiltinModules;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.modules.io.StandardStreams;
import org.jabiru.modules.signal.Signals;
import org.jabiru.modules.sys.PlainTraceback;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.modules.tracemalloc.TracemallocModule;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/**
 * Brings an interpreter up, in CPython's order: sys and builtins, importlib, the standard streams,
 * {@code __main__}, site.
 */
final class Startup {
    private Startup() {}

    /** Starts the interpreter; what goes wrong is told on standard error. */
    @TruffleBoundary
    static void run(PythonContext context) {
        try {
            start(context);
        } catch (PyException e) {
            if (context.sys != null) {
                SysHooks.writeError(
                        "Fatal Python error: the interpreter cannot start\n"
                                + PlainTraceback.of(e.exception()));
            }
            throw e;
        }
    }

    private static void start(PythonContext context) {
        context.builtins = create(context, "builtins");
        context.sys = create(context, "sys");
        execute(context.builtins, "builtins");
        execute(context.sys, "sys");
        if (context.configuration.verbose > 0) {
            StandardStreams.openForMessages(context);
        }
        context.importTimes = ImportTimes.ofOrNull(context.configuration);
        startImportlib(context);
        StandardStreams.open(context);
        createMain(context);
        if (context.configuration.ownsProcess && context.isMainInterpreter()) {
            Signals.start(context);
        }
        startWarnings(context);
        if (context.configuration.tracemallocFrames > 0) {
            TracemallocModule.start(context.configuration.tracemallocFrames);
        }
        if (!context.configuration.noSite) {
            importSite(context);
        }
        addProgramPath(context);
        context.started = true;
    }

    private static PyModule create(PythonContext context, String name) {
        PyModule module = BuiltinModules.find(name).create(name);
        context.modules.put(Str.name(name), module);
        return module;
    }

    private static void execute(PyModule module, String name) {
        ModuleDefinition definition = BuiltinModules.find(name);
        definition.execute(module);
    }

    private static void startImportlib(PythonContext context) {
        PyModule imp = create(context, "_imp");
        execute(imp, "_imp");
        context.importlib = runFrozen(context, "_frozen_importlib");
        Call.call(context.importlib.dict.get("_install"), context.sys, imp);
        Call.call(context.importlib.dict.get("_install_external_importers"));
        context.importlibExternal =
                (PyModule) context.modules.get(Str.name("_frozen_importlib_external"));
        // The hook for archives comes first in sys.path_hooks.
        Object zipimport = Imports.importModule("zipimport");
        Call.method(
                context.sys.dict.get("path_hooks"),
                "insert",
                0L,
                Attributes.get(zipimport, "zipimporter"));
    }

    private static PyModule runFrozen(PythonContext context, String name) {
        FrozenModules.Frozen frozen = FrozenModules.find(name);
        PyModule module = PyModule.named(Str.name(name));
        module.dict.put("__builtins__", context.builtins);
        // FrozenImporter asks for the module's name in the library, once.
        module.dict.put("__origname__", Str.of(frozen.origin()));
        context.modules.put(Str.name(name), module);
        ModuleCode.run(FrozenModules.code(frozen), module.dict);
        return module;
    }

    private static void createMain(PythonContext context) {
        PyModule main = PyModule.named(Str.name("__main__"));
        main.dict.put("__loader__", context.importlib.dict.get("BuiltinImporter"));
        main.dict.put("__builtins__", context.builtins);
        context.modules.put(Str.name("__main__"), main);
    }

    private static void startWarnings(PythonContext context) {
        // -W and PYTHONWARNINGS are read by the module warnings itself.
        if (!context.configuration.warnOptions.isEmpty()) {
            Imports.importModule("warnings");
        }
    }

    /** The directory of the main interpreter's program, as a subinterpreter imports from it. */
    private static void addProgramPath(PythonContext context) {
        String path = context.mainInterpreter.programPath;
        if (!context.isMainInterpreter() && path != null) {
            context.programPath = path;
            ((PyList) context.sys.dict.get("path")).insert(0, Str.of(path));
        }
    }

    private static void importSite(PythonContext context) {
        try {
            Imports.importModule("site");
        } catch (PyException e) {
            SysHooks.writeError("Error in site module; try 'jabiru -S' to leave it out\n");
            throw e;
        }
    }
}
