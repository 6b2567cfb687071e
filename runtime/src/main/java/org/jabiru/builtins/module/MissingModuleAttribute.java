package org.jabiru.builtins.module;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Sequences;

/** The AttributeError of a module, which says so when a circular import is to blame. */
final class MissingModuleAttribute {
    private MissingModuleAttribute() {}

    static PyException error(PyModule module, TruffleString name) {
        return Attributes.withNameAndObject(
                Errors.attributeError("%s", message(module, Str.java(name))), module, name);
    }

    private static String message(PyModule module, String name) {
        TruffleString moduleName = Str.valueOrNull(module.dict.get("__name__"));
        if (moduleName == null) {
            return "module has no attribute '" + name + "'";
        }
        String m = Str.java(moduleName);
        Object spec = module.dict.get("__spec__");
        if (spec == null || spec == Singleton.NONE) {
            return "module '" + m + "' has no attribute '" + name + "'";
        }
        boolean initializing = ModuleAnnotations.isInitializing(module);
        String advice = ModuleShadowing.advice(spec, module.dict.get("__name__"), initializing);
        if (advice != null) {
            return "module '" + m + "' has no attribute '" + name + "'" + advice;
        }
        if (initializing) {
            return "partially initialized module '"
                    + m
                    + "'"
                    + from(spec)
                    + " has no attribute '"
                    + name
                    + "' (most likely due to a circular import)";
        }
        Object pending = Attributes.getOrNull(spec, "_uninitialized_submodules");
        if (pending != null && Sequences.contains(pending, Str.of(name))) {
            return "cannot access submodule '"
                    + name
                    + "' of module '"
                    + m
                    + "' (most likely due to a circular import)";
        }
        return "module '" + m + "' has no attribute '" + name + "'" + reason(m, name);
    }

    /** Why a module has not what it has elsewhere. */
    private static String reason(String module, String name) {
        boolean forks = name.equals("fork") || name.equals("forkpty");
        return forks && (module.equals("os") || module.equals("posix"))
                ? " (the JVM cannot be forked: its threads would not be in the new process;"
                        + " use subprocess, os.posix_spawn or multiprocessing's \"spawn\")"
                : "";
    }

    /** The file, when the module came from one. */
    private static String from(Object spec) {
        String origin = ModuleShadowing.origin(spec);
        return origin == null ? "" : " from '" + origin + "'";
    }
}
