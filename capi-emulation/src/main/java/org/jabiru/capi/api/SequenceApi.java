package org.jabiru.capi.api;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Sequences;

/** Sequence Protocol. */
public final class SequenceApi {
    private SequenceApi() {}

    public static long PySequence_Size(CapiContext context, Object o) {
        if (o instanceof PyDict) {
            throw Errors.typeError("%s is not a sequence", Types.of(o).name());
        }
        return Sequences.length(o);
    }

    public static Object PySequence_GetItem(CapiContext context, Object o, long i) {
        if (o instanceof PyDict) {
            throw Errors.typeError("%s is not a sequence", Types.of(o).name());
        }
        if (Types.of(o).special().getItem == null) {
            throw Errors.typeError(
                    "'%s' object does not support indexing", Types.of(o).name());
        }
        return Sequences.getItem(o, i);
    }
}
