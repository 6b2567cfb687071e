package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.modules.BuiltinModules;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/**
 * Does what importlib would do for builtin and frozen modules while the interpreter starts, when no
 * other thread is there to wait for. A start has a dozen of them, and each would run some hundred
 * instructions of importlib in a JVM that is cold. What importlib was changed to do counts as long
 * as it is seen in {@code sys.meta_path}.
 */
final class StartupImports {
    private static final TruffleString[] SPEC_KEYWORDS = {
        Str.name("origin"), Str.name("is_package")
    };

    private StartupImports() {}

    /** The module, loaded and in {@code sys.modules}; null where importlib has to be asked. */
    static PyModule loadOrNull(PythonContext context, TruffleString name) {
        if (context.started || !importersAreOurs(context)) {
            return null;
        }
        String shown = Str.java(name);
        ModuleDefinition builtin = BuiltinModules.find(shown);
        if (builtin != null) {
            return load(context, name, builtin);
        }
        FrozenModules.Frozen frozen = shown.contains(".") ? null : FrozenModules.find(shown);
        return frozen == null || frozen.isPackage() ? null : load(context, name, frozen);
    }

    private static boolean importersAreOurs(PythonContext context) {
        PyDict importlib = context.importlib.dict;
        return context.sys.dict.get("meta_path") instanceof PyList path
                && path.size() > 1
                && path.get(0) == importlib.get("BuiltinImporter")
                && path.get(1) == importlib.get("FrozenImporter");
    }

    private static PyModule load(
            PythonContext context, TruffleString name, ModuleDefinition definition) {
        PyModule module = definition.create(Str.java(name));
        Object spec = introduce(context, name, module, "BuiltinImporter", "built-in");
        return run(context, name, module, spec, () -> definition.execute(module));
    }

    private static PyModule load(
            PythonContext context, TruffleString name, FrozenModules.Frozen frozen) {
        PyModule module = PyModule.named(name);
        Object spec = introduce(context, name, module, "FrozenImporter", "frozen");
        TruffleString file =
                Str.of(FrozenModules.library() + "/" + frozen.origin().replace('.', '/') + ".py");
        module.dict.put("__file__", file);
        module.dict.put("__builtins__", context.builtins.dict);
        Attributes.set(
                spec,
                "loader_state",
                NamespaceType.make("filename", file, "origname", Str.of(frozen.origin())));
        return run(
                context,
                name,
                module,
                spec,
                () -> ModuleCode.run(FrozenModules.code(frozen), module.dict));
    }

    /** Makes the spec, and sets what {@code _init_module_attrs} sets. */
    private static Object introduce(
            PythonContext context,
            TruffleString name,
            PyModule module,
            String importer,
            String origin) {
        PyDict importlib = context.importlib.dict;
        Object loader = importlib.get(importer);
        Object spec =
                Call.call(
                        importlib.get("ModuleSpec"),
                        new Object[] {name, loader, Str.name(origin), false},
                        SPEC_KEYWORDS);
        module.dict.put("__package__", Str.EMPTY);
        module.dict.put("__loader__", loader);
        module.dict.put("__spec__", spec);
        return spec;
    }

    private static PyModule run(
            PythonContext context,
            TruffleString name,
            PyModule module,
            Object spec,
            Runnable body) {
        Attributes.set(spec, "_initializing", true);
        context.modules.put(name, module);
        try {
            body.run();
        } catch (PyException e) {
            context.modules.remove(name);
            throw e;
        } finally {
            Attributes.set(spec, "_initializing", false);
        }
        return module;
    }
}
