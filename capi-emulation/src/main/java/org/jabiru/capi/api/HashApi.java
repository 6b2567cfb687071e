package org.jabiru.capi.api;

import org.jabiru.builtins.object.ObjectType;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Args;

/** PyHash API. */
public final class HashApi {
    private HashApi() {}

    /** {@code object.__hash__}: by identity. */
    public static long PyObject_GenericHash(CapiContext context, Object obj) {
        return Args.toLong(Support.own(ObjectType.TYPE, "__hash__", obj));
    }
}
