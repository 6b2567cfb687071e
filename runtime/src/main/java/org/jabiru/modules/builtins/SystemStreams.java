package org.jabiru.modules.builtins;

import org.jabiru.PythonContext;

/** Attributes of the module {@code sys} as they are at the moment. */
final class SystemStreams {
    private SystemStreams() {}

    /** {@code sys.name}, or null when it was deleted. */
    static Object attributeOrNull(String name) {
        return PythonContext.get().sys.dict.get(name);
    }
}
