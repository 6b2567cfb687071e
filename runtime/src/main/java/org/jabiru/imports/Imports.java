package org.jabiru.imports;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.modules.BuiltinModules;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Warnings;

/** The import statement and {@code __import__}: what is loaded already is found without Python. */
public final class Imports {
    private Imports() {}

    /** {@code importlib.import_module(name)} for an absolute name: the module itself. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object importModule(String name) {
        TruffleString absolute = Str.of(name);
        Object known = loadedOrNull(absolute);
        return known != null ? known : findAndLoad(absolute);
    }

    /** A builtin module, also before importlib runs. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyModule importBuiltin(String name) {
        PythonContext context = PythonContext.get();
        if (context.modules.get(Str.name(name)) instanceof PyModule known) {
            return known;
        }
        if (context.importlib != null && context.importlibExternal != null) {
            return (PyModule) importModule(name);
        }
        ModuleDefinition definition = BuiltinModules.find(name);
        PyModule module = definition.create(name);
        context.modules.put(Str.name(name), module);
        definition.execute(module);
        return module;
    }

    /**
     * {@code __import__(name, globals, locals, fromlist, level)} as the builtin does it.
     *
     * @param globals a dict, or anything else for none
     * @param fromList null for none
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object importLevel(
            TruffleString name, Object globals, Object fromList, long level) {
        if (level < 0) {
            throw Errors.valueError("level must be >= 0");
        }
        TruffleString absolute = level == 0 ? name : resolve(name, globals, level);
        if (level == 0 && Str.length(name) == 0) {
            throw Errors.valueError("Empty module name");
        }
        Object module = loadedOrNull(absolute);
        if (module == null) {
            module = findAndLoad(absolute);
        }
        boolean wanted = fromList != null && fromList != Singleton.NONE && Truth.isTrue(fromList);
        if (wanted) {
            if (Attributes.getOrNull(module, "__path__") == null) {
                return module;
            }
            if (FromList.isImported(module, fromList)) {
                return module;
            }
            try {
                return Call.call(
                        importlib("_handle_fromlist"), module, fromList, importlib("_gcd_import"));
            } catch (PyException e) {
                ImportTracebacks.trim(e);
                throw e;
            }
        }
        if (level != 0 && Str.length(name) == 0) {
            return module;
        }
        String shown = Str.java(name);
        int dot = shown.indexOf('.');
        if (dot < 0) {
            return module;
        }
        if (level == 0) {
            return importModule(shown.substring(0, dot));
        }
        int cut = Str.length(name) - shown.codePointCount(0, dot);
        TruffleString top = Str.substring(absolute, 0, Str.length(absolute) - cut);
        Object found = PythonContext.get().modules.get(top);
        if (found == null) {
            throw Errors.of(
                    ExceptionTypes.KeyError,
                    Str.of("'" + Str.java(top) + "' not in sys.modules as expected"));
        }
        return found;
    }

    /** The module in {@code sys.modules}, waiting for its initialisation in another thread. */
    private static Object loadedOrNull(TruffleString absolute) {
        PythonContext context = PythonContext.get();
        Object module = context.modules.get(absolute);
        if (module == null || module == Singleton.NONE) {
            return null;
        }
        if (context.importTimes != null) {
            context.importTimes.cached(absolute);
        }
        if (!context.started) {
            // No other thread is there to wait for.
            return module;
        }
        Object spec = Attributes.getOrNull(module, "__spec__");
        if (spec != null && spec != Singleton.NONE) {
            Object initializing = Attributes.getOrNull(spec, "_initializing");
            if (initializing != null
                    && Truth.isTrue(initializing)
                    && !ModuleLocks.isHeldByThisThread(context, absolute)) {
                Call.call(importlib("_lock_unlock_module"), absolute);
            }
        }
        return module;
    }

    private static Object findAndLoad(TruffleString absolute) {
        PythonContext context = PythonContext.get();
        if (context.importlib == null) {
            throw Errors.of(
                    ExceptionTypes.ModuleNotFoundError,
                    Str.of(
                            "No module named '"
                                    + Str.java(absolute)
                                    + "' (importlib is not ready)"));
        }
        ImportTimes times = context.importTimes;
        return times == null
                ? load(context, absolute)
                : times.time(absolute, () -> load(context, absolute));
    }

    private static Object load(PythonContext context, TruffleString absolute) {
        if (Audit.isWatched()) {
            PyDict sys = context.sys.dict;
            Audit.event(
                    "import",
                    absolute,
                    Singleton.NONE,
                    sys.get("path"),
                    sys.get("meta_path"),
                    sys.get("path_hooks"));
        }
        Object module = DirectImports.loadOrNull(context, absolute);
        try {
            if (module == null) {
                module = Call.call(importlib("_find_and_load"), absolute, importlib("_gcd_import"));
            }
            SpawnedForkServer.replaceIn(absolute, module);
            return module;
        } catch (PyException e) {
            ImportTracebacks.trim(e);
            throw e;
        }
    }

    private static Object importlib(String name) {
        return PythonContext.get().importlib.dict.get(name);
    }

    private static TruffleString resolve(TruffleString name, Object globals, long level) {
        if (!(globals instanceof PyDict dict)) {
            throw Errors.typeError("globals must be a dict");
        }
        TruffleString parent = packageOf(dict);
        if (Str.length(parent) == 0) {
            throw Errors.of(
                    ExceptionTypes.ImportError,
                    Str.of("attempted relative import with no known parent package"));
        }
        String base = Str.java(parent);
        int end = base.length();
        for (long i = 1; i < level; i++) {
            end = base.lastIndexOf('.', end - 1);
            if (end < 0) {
                throw Errors.of(
                        ExceptionTypes.ImportError,
                        Str.of("attempted relative import beyond top-level package"));
            }
        }
        TruffleString prefix = Str.of(base.substring(0, end));
        return Str.length(name) == 0 ? prefix : Str.concat(Str.concat(prefix, Str.name(".")), name);
    }

    private static TruffleString packageOf(PyDict globals) {
        Object declared = globals.get("__package__");
        Object spec = globals.get("__spec__");
        if (declared != null && declared != Singleton.NONE) {
            TruffleString s = Str.valueOrNull(declared);
            if (s == null) {
                throw Errors.typeError("package must be a string");
            }
            if (spec != null
                    && spec != Singleton.NONE
                    && !Comparison.equal(s, Attributes.get(spec, "parent"))) {
                Warnings.warn(
                        ExceptionTypes.DeprecationWarning, "__package__ != __spec__.parent", 1);
            }
            return s;
        }
        if (spec != null && spec != Singleton.NONE) {
            TruffleString s = Str.valueOrNull(Attributes.get(spec, "parent"));
            if (s == null) {
                throw Errors.typeError("__spec__.parent must be a string");
            }
            return s;
        }
        Warnings.warn(
                ExceptionTypes.ImportWarning,
                "can't resolve package from __spec__ or __package__, falling back on __name__ and"
                        + " __path__",
                1);
        Object name = globals.get("__name__");
        if (name == null) {
            throw Errors.of(ExceptionTypes.KeyError, Str.of("'__name__' not in globals"));
        }
        TruffleString s = Str.valueOrNull(name);
        if (s == null) {
            throw Errors.typeError("__name__ must be a string");
        }
        if (globals.get("__path__") != null) {
            return s;
        }
        String shown = Str.java(s);
        int dot = shown.lastIndexOf('.');
        return dot < 0 ? Str.EMPTY : Str.of(shown.substring(0, dot));
    }
}
