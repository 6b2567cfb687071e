package org.jabiru.capi.api;

import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.NullItemType;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Iteration;

/** List Objects: what C does not do on its own memory. */
public final class ListApi {
    private ListApi() {}

    private static PyList list(Object o) {
        if (o instanceof PyList l) {
            return l;
        }
        throw Support.badInternalCall();
    }

    /** Inlined code may look at the list's memory next. */
    private static void changed(CapiContext context, Object list) {
        context.crossing.bringUpToDate((PyList) list);
    }

    public static void PyList_Append(CapiContext context, Object list, Object item) {
        list(list).append(item);
        context.crossing.appended((PyList) list);
    }

    public static void PyList_Insert(CapiContext context, Object list, long index, Object item) {
        PyList l = list(list);
        long at = index < 0 ? Math.max(0, index + l.size()) : Math.min(index, l.size());
        l.insert((int) at, item);
        changed(context, list);
    }

    public static void PyList_SetItem(CapiContext context, Object list, long index, Object item) {
        PyList l = list(list);
        if (index < 0 || index >= l.size()) {
            throw Errors.indexError("list assignment index out of range");
        }
        l.set((int) index, item == null ? NullItemType.Item.NULL : item);
        context.crossing.itemSet(l, index);
    }

    private static int clamp(long index, int low, int high) {
        return (int) Math.max(low, Math.min(index, high));
    }

    public static Object PyList_GetSlice(CapiContext context, Object list, long low, long high) {
        PyList l = list(list);
        int from = clamp(low, 0, l.size());
        int to = clamp(high, from, l.size());
        Object[] items = new Object[to - from];
        for (int i = 0; i < items.length; i++) {
            items[i] = l.get(from + i);
        }
        return new PyList(items);
    }

    public static void PyList_SetSlice(
            CapiContext context, Object list, long low, long high, Object items) {
        PyList l = list(list);
        Object[] with =
                items == null
                        ? new Object[0]
                        : Iteration.toArray(
                                SequenceApi.PySequence_Fast(
                                        context, items, "can only assign an iterable"));
        int from = clamp(low, 0, l.size());
        l.replace(from, clamp(high, from, l.size()), with, with.length);
        changed(context, list);
    }

    public static void PyList_Sort(CapiContext context, Object list) {
        Support.own(ListType.TYPE, "sort", list(list));
        changed(context, list);
    }

    public static void PyList_Reverse(CapiContext context, Object list) {
        Support.own(ListType.TYPE, "reverse", list(list));
        changed(context, list);
    }

    public static void PyList_Clear(CapiContext context, Object self) {
        list(self).clear();
        changed(context, self);
    }

    public static void PyList_Extend(CapiContext context, Object self, Object iterable) {
        Support.own(ListType.TYPE, "extend", list(self), iterable);
        changed(context, self);
    }
}
