package org.jabiru.capi.modules;

import java.util.HashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.module.PyModule;

/** The extension modules of one interpreter that C can find again. */
public final class ExtensionModules {
    /** Of single-phase initialisation, by file and name. */
    public final Map<String, PyModule> singlePhase = new HashMap<>();

    /** Of {@code PyState_AddModule}, by their definitions' addresses. */
    public final Map<Long, Object> byDefinition = new HashMap<>();

    private ExtensionModules() {}

    /** Those of the current interpreter. */
    public static ExtensionModules get() {
        return PythonContext.get().state(ExtensionModules.class, ExtensionModules::new);
    }

    /** The interpreter's modules are over. */
    public void clear() {
        singlePhase.clear();
        byDefinition.clear();
    }
}
