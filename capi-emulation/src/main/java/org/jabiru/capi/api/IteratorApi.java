package org.jabiru.capi.api;

import org.jabiru.builtins.iterator.PyCallableIterator;
import org.jabiru.builtins.iterator.PySequenceIterator;
import org.jabiru.capi.CapiContext;

/** Iterator Objects. */
public final class IteratorApi {
    private IteratorApi() {}

    public static Object PySeqIter_New(CapiContext context, Object obj) {
        if (!SequenceApi.isSequence(obj)) {
            throw Support.badInternalCall();
        }
        return new PySequenceIterator(obj);
    }

    public static Object PyCallIter_New(CapiContext context, Object callable, Object sentinel) {
        return new PyCallableIterator(callable, sentinel);
    }
}
