package org.jabiru.capi.api;

import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.SetType;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;

/** Set Objects. */
public final class SetApi {
    private SetApi() {}

    private static Object make(PyType type, Object iterable) {
        return iterable == null ? Call.call(type) : Call.call(type, iterable);
    }

    public static Object PySet_New(CapiContext context, Object iterable) {
        return make(SetType.TYPE, iterable);
    }

    public static Object PyFrozenSet_New(CapiContext context, Object iterable) {
        return make(FrozenSetType.TYPE, iterable);
    }

    public static void PySet_Add(CapiContext context, Object set, Object key) {
        if (!Types.isInstance(set, SetType.TYPE)) {
            throw Errors.systemError("bad argument to internal function");
        }
        Call.call(SetType.TYPE.lookup("add"), set, key);
    }
}
