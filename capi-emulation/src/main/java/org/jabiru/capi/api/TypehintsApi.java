package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;

/** Objects for Type Hinting. */
public final class TypehintsApi {
    private TypehintsApi() {}

    public static Object Py_GenericAlias(CapiContext context, Object origin, Object args) {
        return Support.function("types", "GenericAlias", origin, args);
    }
}
