package org.jabiru.capi.api;

import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.set.SetType;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Call;

/** Set Objects. */
public final class SetApi {
    private SetApi() {}

    private static Object make(PyType type, Object iterable) {
        return iterable == null ? Call.call(type) : Call.call(type, iterable);
    }

    private static PySet anySet(Object o) {
        if (o instanceof PySet s) {
            return s;
        }
        throw Support.badInternalCall();
    }

    private static PySet set(Object o) {
        if (o instanceof PySet s && !s.isFrozen()) {
            return s;
        }
        throw Support.badInternalCall();
    }

    public static Object PySet_New(CapiContext context, Object iterable) {
        return make(SetType.TYPE, iterable);
    }

    public static Object PyFrozenSet_New(CapiContext context, Object iterable) {
        return make(FrozenSetType.TYPE, iterable);
    }

    public static long PySet_Size(CapiContext context, Object anyset) {
        return anySet(anyset).size();
    }

    public static boolean PySet_Contains(CapiContext context, Object anyset, Object key) {
        return anySet(anyset).contains(key);
    }

    /** A frozenset takes items too, as long as nobody else has seen it. */
    public static void PySet_Add(CapiContext context, Object set, Object key) {
        anySet(set).add(key);
    }

    public static boolean PySet_Discard(CapiContext context, Object set, Object key) {
        return set(set).remove(key);
    }

    public static Object PySet_Pop(CapiContext context, Object set) {
        PySet s = set(set);
        if (s.size() == 0) {
            throw Errors.keyError(org.jabiru.object.Str.of("pop from an empty set"));
        }
        return s.pop();
    }

    public static void PySet_Clear(CapiContext context, Object set) {
        set(set).clear();
    }
}
