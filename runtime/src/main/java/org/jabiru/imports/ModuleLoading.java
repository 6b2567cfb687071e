package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/**
 * Loads one module that has been found, as importlib's {@code _load_unlocked} does: its spec, its
 * attributes, its place in {@code sys.modules}, its code.
 */
final class ModuleLoading {
    private static final TruffleString NAME = Str.name("name");
    private static final TruffleString PATH = Str.name("path");
    private static final TruffleString LOADER = Str.name("loader");
    private static final TruffleString ORIGIN = Str.name("origin");
    private static final TruffleString LOADER_STATE = Str.name("loader_state");
    private static final TruffleString LOCATIONS = Str.name("submodule_search_locations");
    private static final TruffleString UNINITIALIZED = Str.name("_uninitialized_submodules");
    private static final TruffleString SET_FILE = Str.name("_set_fileattr");
    private static final TruffleString CACHED = Str.name("_cached");
    private static final TruffleString INITIALIZING = Str.name("_initializing");

    private final PythonContext context;
    private final TruffleString name;

    ModuleLoading(PythonContext context, TruffleString name) {
        this.context = context;
        this.name = name;
    }

    Object builtin(ModuleDefinition definition) {
        PyModule module = definition.create(Str.java(name));
        Object loader = context.importlib.dict.get("BuiltinImporter");
        PyObject spec = spec(loader, Str.name("built-in"));
        introduce(module, spec, loader, parent());
        return run(module, spec, () -> definition.execute(module));
    }

    Object frozen(FrozenModules.Frozen frozen) {
        PyModule module = PyModule.named(name);
        Object loader = context.importlib.dict.get("FrozenImporter");
        PyObject spec = spec(loader, Str.name("frozen"));
        TruffleString file =
                Str.of(FrozenModules.library() + "/" + frozen.origin().replace('.', '/') + ".py");
        Attributes.set(
                spec,
                LOADER_STATE,
                NamespaceType.make("filename", file, "origname", Str.of(frozen.origin())));
        introduce(module, spec, loader, parent());
        module.dict.put("__file__", file);
        module.dict.put("__builtins__", context.builtins.dict);
        return run(module, spec, () -> ModuleCode.run(FrozenModules.code(frozen), module.dict));
    }

    /** A source file, or whatever else a FileFinder knows how to load. */
    Object file(PathSearch.Found found) {
        PyDict external = context.importlibExternal.dict;
        if (found.loader() != external.get("SourceFileLoader")) {
            return otherFile(found);
        }
        PyObject loader = instance(found.loader());
        Attributes.set(loader, NAME, name);
        Attributes.set(loader, PATH, found.file());
        TruffleString cached = CodeCache.pathOrNull(context, found.file());
        Object directories = directories(found);
        PyObject spec = spec(loader, found.file());
        Attributes.set(spec, LOCATIONS, directories);
        Attributes.set(spec, SET_FILE, true);
        Attributes.set(spec, CACHED, cached == null ? Singleton.NONE : cached);
        PyModule module = PyModule.named(name);
        introduce(module, spec, loader, found.directory() == null ? parent() : name);
        if (directories != Singleton.NONE) {
            module.dict.put("__path__", directories);
        }
        module.dict.put("__file__", found.file());
        Object where = Attributes.get(spec, "cached");
        if (where != Singleton.NONE) {
            module.dict.put("__cached__", where);
        }
        return run(
                module,
                spec,
                () -> {
                    PyCode code = code(loader, found.file(), cached);
                    module.dict.put("__builtins__", context.builtins.dict);
                    ModuleCode.run(code, module.dict);
                });
    }

    private PyCode code(PyObject loader, TruffleString file, TruffleString cached) {
        PyCode known = cached == null ? null : CodeCache.knownOrNull(file, cached);
        if (known != null) {
            return known;
        }
        try {
            if (Call.method(loader, "get_code", name) instanceof PyCode code) {
                return code;
            }
            throw Errors.typeError("exec() arg 1 must be a string, bytes or code object");
        } catch (PyException e) {
            ImportTracebacks.trim(e);
            throw e;
        }
    }

    private Object otherFile(PathSearch.Found found) {
        Object directories = directories(found);
        try {
            Object spec =
                    Call.method(
                            found.finder(),
                            "_get_spec",
                            found.loader(),
                            name,
                            found.file(),
                            directories,
                            Singleton.NONE);
            return Call.call(context.importlib.dict.get("_load_unlocked"), spec);
        } catch (PyException e) {
            ImportTracebacks.trim(e);
            throw e;
        }
    }

    /** {@code submodule_search_locations}: a list for a package, otherwise None. */
    private static Object directories(PathSearch.Found found) {
        return found.directory() == null
                ? Singleton.NONE
                : new PyList(new Object[] {found.directory()});
    }

    private TruffleString parent() {
        String shown = Str.java(name);
        int dot = shown.lastIndexOf('.');
        return dot < 0 ? Str.EMPTY : Str.of(shown.substring(0, dot));
    }

    /** {@code ModuleSpec(name, loader, origin=origin)}. */
    private PyObject spec(Object loader, TruffleString origin) {
        PyObject spec = instance(context.importlib.dict.get("ModuleSpec"));
        Attributes.set(spec, NAME, name);
        Attributes.set(spec, LOADER, loader);
        Attributes.set(spec, ORIGIN, origin);
        Attributes.set(spec, LOADER_STATE, Singleton.NONE);
        Attributes.set(spec, LOCATIONS, Singleton.NONE);
        Attributes.set(spec, UNINITIALIZED, new PyList());
        Attributes.set(spec, SET_FILE, false);
        Attributes.set(spec, CACHED, Singleton.NONE);
        return spec;
    }

    private static PyObject instance(Object type) {
        PyType cls = (PyType) type;
        return (PyObject) cls.factory.make(cls);
    }

    private static void introduce(
            PyModule module, PyObject spec, Object loader, TruffleString parent) {
        module.dict.put("__package__", parent);
        module.dict.put("__loader__", loader);
        module.dict.put("__spec__", spec);
    }

    /** The module, or what its code put into its place. */
    private Object run(PyModule module, PyObject spec, Runnable body) {
        Attributes.set(spec, INITIALIZING, true);
        context.modules.put(name, module);
        try {
            try {
                body.run();
            } catch (PyException e) {
                context.modules.remove(name);
                throw e;
            }
            Object result = context.modules.remove(name);
            if (result == null) {
                throw Errors.keyError(name);
            }
            context.modules.put(name, result);
            return result;
        } finally {
            Attributes.set(spec, INITIALIZING, false);
        }
    }
}
