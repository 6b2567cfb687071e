package org.jabiru.capi.api;

import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** Dictionary Objects. */
public final class DictApi {
    private DictApi() {}

    private static PyDict dict(Object o) {
        if (o instanceof PyDict d) {
            return d;
        }
        throw Errors.systemError("bad argument to internal function");
    }

    public static Object PyDict_New(CapiContext context) {
        return new PyDict();
    }

    public static void PyDict_SetItem(CapiContext context, Object mp, Object key, Object item) {
        dict(mp).put(key, item);
    }

    public static void PyDict_SetItemString(
            CapiContext context, Object mp, String key, Object item) {
        dict(mp).put(Str.of(key), item);
    }

    public static void PyDict_DelItem(CapiContext context, Object mp, Object key) {
        if (dict(mp).remove(key) == null) {
            throw Errors.keyError(key);
        }
    }

    public static Object PyDict_GetItemWithError(CapiContext context, Object mp, Object key) {
        return dict(mp).get(key);
    }

    public static long PyDict_Size(CapiContext context, Object mp) {
        return dict(mp).size();
    }

    public static void PyDict_Clear(CapiContext context, Object mp) {
        if (mp instanceof PyDict d) {
            d.clear();
        }
    }

    public static Object PyDict_Copy(CapiContext context, Object mp) {
        PyDict copy = new PyDict();
        copy.copyFrom(dict(mp));
        return copy;
    }

    public static boolean PyDict_Contains(CapiContext context, Object mp, Object key) {
        return dict(mp).find(key) >= 0;
    }

    /** The position is that of the entry after the one returned before. */
    public static int PyDict_Next(
            CapiContext context, Object mp, long pos, long key, long value) {
        if (!(mp instanceof PyDict d)) {
            return 0;
        }
        int position = d.next((int) Memory.getLong(pos) - 1);
        if (position < 0) {
            return 0;
        }
        Memory.putLong(pos, position + 1L);
        if (key != 0) {
            Memory.putLong(key, context.toBorrowed(d.keyAt(position)));
        }
        if (value != 0) {
            Memory.putLong(value, context.toBorrowed(d.valueAt(position)));
        }
        return 1;
    }

    public static Object PyDict_Keys(CapiContext context, Object mp) {
        return view(mp, "keys");
    }

    public static Object PyDict_Values(CapiContext context, Object mp) {
        return view(mp, "values");
    }

    public static Object PyDict_Items(CapiContext context, Object mp) {
        return view(mp, "items");
    }

    private static Object view(Object mp, String which) {
        Object view = Call.call(DictType.TYPE.lookup(which), dict(mp));
        return new org.jabiru.builtins.list.PyList(
                org.jabiru.protocol.Iteration.toArray(view));
    }
}
