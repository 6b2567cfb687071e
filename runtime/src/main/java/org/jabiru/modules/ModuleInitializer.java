package org.jabiru.modules;

import org.jabiru.builtins.module.PyModule;

/** What a builtin module needs beyond its functions: constants, types, state. */
@FunctionalInterface
public interface ModuleInitializer {
    /** Fills the module's namespace; called once for each module object. */
    void initialize(PyModule module);
}
