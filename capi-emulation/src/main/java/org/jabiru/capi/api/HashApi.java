package org.jabiru.capi.api;

import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Args;
import org.jabiru.protocol.Hashing;

/** PyHash API. */
public final class HashApi {
    private HashApi() {}

    /** {@code object.__hash__}: by identity. */
    public static long PyObject_GenericHash(CapiContext context, Object obj) {
        return Args.toLong(Support.own(ObjectType.TYPE, "__hash__", obj));
    }

    /** The hash of a number; one that is none has its object's. */
    public static long _Py_HashDouble(CapiContext context, Object object, double value) {
        return Double.isNaN(value) ? Identity.hash(object) : Hashing.hashDouble(value);
    }
}
