package org.jabiru.capi.api;

import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;

/** List Objects: what C does not do on its own memory. */
public final class ListApi {
    private ListApi() {}

    private static PyList list(Object o) {
        if (o instanceof PyList l) {
            return l;
        }
        throw Errors.systemError("bad argument to internal function");
    }

    public static void PyList_Append(CapiContext context, Object list, Object item) {
        list(list).append(item);
    }

    public static void PyList_SetItem(CapiContext context, Object list, long index, Object item) {
        PyList l = list(list);
        if (index < 0 || index >= l.size()) {
            throw Errors.indexError("list assignment index out of range");
        }
        if (item == null) {
            throw Errors.systemError("PyList_SetItem() with NULL on a list that Python knows");
        }
        l.set((int) index, item);
    }
}
