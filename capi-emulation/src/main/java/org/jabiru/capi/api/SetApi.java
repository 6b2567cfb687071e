package org.jabiru.capi.api;

import java.lang.ref.WeakReference;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.set.SetType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
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
        Object made = make(FrozenSetType.TYPE, iterable);
        context.newFrozenSet = new WeakReference<>(made);
        return made;
    }

    public static long PySet_Size(CapiContext context, Object anyset) {
        return anySet(anyset).size();
    }

    public static boolean PySet_Contains(CapiContext context, Object anyset, Object key) {
        return anySet(anyset).contains(key);
    }

    /** A frozenset takes items too, as long as only the C code that made it has seen it. */
    public static void PySet_Add(CapiContext context, Object set, Object key) {
        PySet s = anySet(set);
        if (s.isFrozen() && !(context.newFrozenSet.refersTo(s) && isOwnedOnce(s))) {
            throw Support.badInternalCall();
        }
        s.add(key);
        context.crossing.bringUpToDate(s);
    }

    private static boolean isOwnedOnce(PySet s) {
        Handle h = HandleTable.of(s);
        return h != null && ObjectLayout.refcount(h.address) == 1;
    }

    public static boolean PySet_Discard(CapiContext context, Object set, Object key) {
        PySet s = set(set);
        boolean removed = s.remove(key);
        context.crossing.bringUpToDate(s);
        return removed;
    }

    public static Object PySet_Pop(CapiContext context, Object set) {
        PySet s = set(set);
        if (s.size() == 0) {
            throw Errors.keyError(Str.of("pop from an empty set"));
        }
        Object item = s.pop();
        context.crossing.bringUpToDate(s);
        return item;
    }

    public static void PySet_Clear(CapiContext context, Object set) {
        PySet s = set(set);
        s.clear();
        context.crossing.bringUpToDate(s);
    }
}
