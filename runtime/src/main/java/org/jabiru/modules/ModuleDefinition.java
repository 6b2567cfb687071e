package org.jabiru.modules;

import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.BuiltinAttributes;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/**
 * A module that is written in Java.
 *
 * @param type the module's type
 * @param initializer adds what is not a function; may be null
 * @param tables the functions, in one table or several
 */
public record ModuleDefinition(PyType type, ModuleInitializer initializer, BuiltinTable... tables) {

    /** A module of functions only. */
    public static ModuleDefinition of(BuiltinTable... tables) {
        return new ModuleDefinition(ModuleType.TYPE, null, tables);
    }

    /** A module with constants, types or state. */
    public static ModuleDefinition of(ModuleInitializer initializer, BuiltinTable... tables) {
        return new ModuleDefinition(ModuleType.TYPE, initializer, tables);
    }

    /** A new module object with its functions; {@link #execute} does the rest. */
    public PyModule create(String name) {
        PyModule module = PyModule.named(type, Str.name(name));
        for (BuiltinTable table : tables) {
            BuiltinAttributes.fillModule(module.dict, table, module);
        }
        return module;
    }

    /** Runs the initialiser. */
    public void execute(PyModule module) {
        if (initializer != null) {
            initializer.initialize(module);
        }
    }
}
