package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.list.PyList;
import org.jabiru.modules.BuiltinModules;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Warnings;

/**
 * Does what importlib's {@code _find_and_load} would do, in Java: an import runs some hundred calls
 * of importlib's Python code, most of them for the first time, in an interpreter that is cold. It
 * is done here as long as nobody could tell, which is when importlib is as CPython made it and
 * nothing watches; everything else, and every failure but "No module named", is importlib's.
 */
final class DirectImports {
    private static final TruffleString INITIALIZING = Str.name("_initializing");
    private static final TruffleString[] NAME_KEYWORD = {Str.name("name")};
    private static final TruffleString UNINITIALIZED = Str.name("_uninitialized_submodules");

    /** What importlib consists of, before anybody could change it. */
    private static final class Original {
        private static final String[] INTERNAL = {
            "_ModuleLock", "ModuleSpec", "BuiltinImporter", "FrozenImporter"
        };
        private static final String[] EXTERNAL = {"PathFinder", "FileFinder", "SourceFileLoader"};

        private final PyType[] types = new PyType[INTERNAL.length + EXTERNAL.length];
        private final PyType.Version[] versions = new PyType.Version[types.length];

        /** Looks at the classes; those that are not there yet are noted when they come. */
        boolean isUnchanged(PythonContext context) {
            for (int i = 0; i < types.length; i++) {
                if (!isUnchanged(i, type(context, i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean isUnchanged(int i, PyType present) {
            if (types[i] == null && present != null) {
                types[i] = present;
                versions[i] = present.version();
            }
            return types[i] == present && (present == null || versions[i] == present.version());
        }

        private static PyType type(PythonContext context, int i) {
            Object found = null;
            if (i < INTERNAL.length) {
                found = context.importlib.dict.get(INTERNAL[i]);
            } else if (context.importlibExternal != null) {
                found = context.importlibExternal.dict.get(EXTERNAL[i - INTERNAL.length]);
            }
            return found instanceof PyType type ? type : null;
        }
    }

    private final PythonContext context;
    private final TruffleString name;
    private final String shown;

    /** What stands behind the last dot of the name. */
    private final String tail;

    private DirectImports(PythonContext context, TruffleString name) {
        this.context = context;
        this.name = name;
        shown = Str.java(name);
        tail = shown.substring(shown.lastIndexOf('.') + 1);
    }

    /** The module, loaded and in {@code sys.modules}; null where importlib has to be asked. */
    static Object loadOrNull(PythonContext context, TruffleString name) {
        if (!isUsual(context) || context.modules.get(name) != null) {
            return null;
        }
        DirectImports work = new DirectImports(context, name);
        if (!context.started) {
            // No other thread is there to wait.
            return work.findAndLoad();
        }
        PyObject lock = ModuleLocks.takeOrNull(context, name);
        if (lock == null) {
            return null;
        }
        try {
            return work.findAndLoad();
        } finally {
            ModuleLocks.release(lock);
        }
    }

    private static boolean isUsual(PythonContext context) {
        ThreadState thread = context.threadState();
        return thread.traceFunction == null
                && thread.profileFunction == null
                && context.configuration.verbose == 0
                && !Audit.isWatched()
                && context.sys.dict.get("modules") == context.modules
                && importersAreOurs(context)
                && context.state(Original.class, Original::new).isUnchanged(context);
    }

    private static boolean importersAreOurs(PythonContext context) {
        return context.sys.dict.get("meta_path") instanceof PyList path
                && path.size() > 1
                && path.get(0) == context.importlib.dict.get("BuiltinImporter")
                && path.get(1) == context.importlib.dict.get("FrozenImporter");
    }

    private boolean filesAreFoundByUs() {
        PyList path = (PyList) context.sys.dict.get("meta_path");
        return context.importlibExternal != null
                && path.size() == 3
                && path.get(2) == context.importlibExternal.dict.get("PathFinder");
    }

    private Object findAndLoad() {
        int dot = shown.lastIndexOf('.');
        if (dot < 0) {
            return load(context.sys.dict.get("path"), Singleton.NONE);
        }
        TruffleString parent = Str.of(shown.substring(0, dot));
        if (context.modules.get(parent) == null) {
            Imports.importModule(Str.java(parent));
        }
        Object already = known();
        if (already != null) {
            return already;
        }
        Object outer = require(parent);
        Object path = Attributes.getOrNull(outer, "__path__");
        if (path == null) {
            throw notFound("'; '" + Str.java(parent) + "' is not a package");
        }
        Object outerSpec = Attributes.get(outer, "__spec__");
        if (isInitializing(outerSpec)) {
            Imports.importModule(Str.java(parent));
            already = known();
            if (already != null) {
                return already;
            }
        }
        Object module = load(path, outerSpec);
        if (module != null) {
            bind(parent, Str.of(tail), module);
        }
        return module;
    }

    private Object known() {
        Object module = context.modules.get(name);
        return module == Singleton.NONE ? null : module;
    }

    private Object require(TruffleString parent) {
        Object module = context.modules.get(parent);
        if (module == null) {
            throw Errors.keyError(parent);
        }
        return module;
    }

    private static boolean isInitializing(Object spec) {
        Object value = spec == Singleton.NONE ? null : Attributes.getOrNull(spec, INITIALIZING);
        return value != null && Truth.isTrue(value);
    }

    /** Makes the module an attribute of its package. */
    private void bind(TruffleString parent, TruffleString child, Object module) {
        try {
            Attributes.set(require(parent), child, module);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.AttributeError)) {
                throw e;
            }
            Warnings.warn(
                    ExceptionTypes.ImportWarning,
                    "Cannot set an attribute on '%s' for child module '%s'"
                            .formatted(Str.java(parent), Str.java(child)),
                    1);
        }
    }

    private Object load(Object path, Object outerSpec) {
        ModuleDefinition builtin = BuiltinModules.find(shown);
        FrozenModules.Frozen frozen = builtin != null ? null : FrozenModules.find(shown);
        if (frozen != null && frozen.isPackage() || isKeptByInterpreter()) {
            return null;
        }
        PathSearch.Found file = null;
        if (builtin == null && frozen == null) {
            if (!filesAreFoundByUs() || path == null || path == Singleton.NONE) {
                return null;
            }
            file = new PathSearch(context).find(tail, path);
            if (file == null) {
                throw notFound("'");
            }
            if (file == PathSearch.ASK_IMPORTLIB) {
                return null;
            }
        }
        PyList unfinished = unfinishedSubmodules(outerSpec);
        if (unfinished != null) {
            unfinished.append(Str.of(tail));
        }
        try {
            ModuleLoading loading = new ModuleLoading(context, name);
            if (builtin != null) {
                return loading.builtin(builtin);
            }
            return frozen != null ? loading.frozen(frozen) : loading.file(file);
        } finally {
            if (unfinished != null) {
                unfinished.removeAt(unfinished.size() - 1);
            }
        }
    }

    /** Modules that are the same whenever they are imported. */
    private boolean isKeptByInterpreter() {
        return shown.equals("sys") || shown.equals("builtins");
    }

    private static PyList unfinishedSubmodules(Object outerSpec) {
        return outerSpec != Singleton.NONE
                        && Attributes.getOrNull(outerSpec, UNINITIALIZED) instanceof PyList list
                ? list
                : null;
    }

    private PyException notFound(String end) {
        PyType type = ExceptionTypes.ModuleNotFoundError;
        Object[] arguments = {Str.of("No module named '" + shown + end), name};
        return new PyException((PyBaseException) Call.call(type, arguments, NAME_KEYWORD));
    }
}
