package org.jabiru.modules.random;

import org.jabiru.builtins.module.PyModule;

/** The module {@code _random}. */
public final class RandomModule {
    private RandomModule() {}

    /** Adds the type. */
    public static void initialize(PyModule module) {
        module.dict.put("Random", RandomType.TYPE);
    }
}
