package org.jabiru.protocol;

import org.jabiru.imports.Imports;

/** Modules of the standard library that Java code needs. */
public final class Modules {
    private Modules() {}

    /** {@code importlib.import_module(name)}. */
    public static Object get(String name) {
        return Imports.importModule(name);
    }

    /** {@code getattr(import_module(module), attribute)}. */
    public static Object attribute(String module, String attribute) {
        return Attributes.get(get(module), attribute);
    }
}
