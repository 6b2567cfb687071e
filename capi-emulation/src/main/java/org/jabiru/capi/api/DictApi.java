package org.jabiru.capi.api;

import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.DictUpdate;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** Dictionary Objects. */
public final class DictApi {
    private DictApi() {}

    private static PyDict dict(Object o) {
        if (o instanceof PyDict d) {
            return d;
        }
        throw Errors.systemError("bad argument to internal function");
    }

    /** Modules built for CPython 3.14 itself read the number of entries from memory. */
    static void changed(PyDict d) {
        Handle h = HandleTable.of(d);
        if (h == null) {
            return;
        }
        Memory.putLong(h.address + ObjectLayout.DICT_USED, d.size());
        if (h.namespaceOf != null) {
            if (h.namespaceOf.object() instanceof PyType type) {
                type.invalidate();
            }
        }
    }

    public static Object PyDict_New(CapiContext context) {
        return new PyDict();
    }

    public static void PyDict_SetItem(CapiContext context, Object mp, Object key, Object item) {
        PyDict d = dict(mp);
        d.put(key, item);
        changed(d);
    }

    public static void PyDict_SetItemString(
            CapiContext context, Object mp, String key, Object item) {
        PyDict_SetItem(context, mp, Str.of(key), item);
    }

    public static void PyDict_DelItem(CapiContext context, Object mp, Object key) {
        if (!(mp instanceof PyDict)) {
            new PyDict().get(key); // an unhashable key is told first
        }
        PyDict d = dict(mp);
        if (d.remove(key) == null) {
            throw Errors.keyError(key);
        }
        changed(d);
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
            changed(d);
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
        return new PyList(Iteration.toArray(view));
    }

    public static Object PyDict_GetItem(CapiContext context, Object mp, Object key) {
        if (!(mp instanceof PyDict d)) {
            return null;
        }
        try {
            return d.get(key);
        } catch (PyException e) {
            // Reported as unraisable: where the key has no hash, as hash() says it.
            Hashing.hash(key);
            throw e;
        }
    }

    public static Object PyDict_GetItemString(CapiContext context, Object dp, String key) {
        return dp instanceof PyDict d ? d.get(Str.of(key)) : null;
    }

    public static int PyDict_GetItemRef(CapiContext context, Object mp, Object key, long result) {
        Memory.putLong(result, 0);
        return Support.storeItem(context, result, dict(mp).get(key));
    }

    public static int PyDict_GetItemStringRef(
            CapiContext context, Object mp, String key, long result) {
        return PyDict_GetItemRef(context, mp, Str.of(key), result);
    }

    public static void PyDict_DelItemString(CapiContext context, Object dp, String key) {
        PyDict_DelItem(context, dp, Str.of(key));
    }

    public static void PyDict_Update(CapiContext context, Object mp, Object other) {
        PyDict_Merge(context, mp, other, 1);
    }

    public static void PyDict_Merge(CapiContext context, Object mp, Object other, int override) {
        PyDict d = dict(mp);
        if (d == other) {
            return;
        }
        // A subclass of dict that iterates in its own way is a mapping like any other.
        PyDict plain = other instanceof PyDict o && iteratesAsDict(o) ? o : null;
        Object keys =
                plain != null
                        ? Call.call(DictType.TYPE.lookup("keys"), plain)
                        : Call.method(other, "keys");
        for (Object key : Iteration.toArray(keys)) {
            if (override != 0 || d.find(key) < 0) {
                d.put(key, plain != null ? plain.get(key) : Sequences.getItem(other, key));
            }
        }
        changed(d);
    }

    private static boolean iteratesAsDict(PyDict d) {
        return d.type().lookup("__iter__") == DictType.TYPE.lookup("__iter__");
    }

    public static void PyDict_MergeFromSeq2(
            CapiContext context, Object d, Object seq2, int override) {
        PyDict dict = dict(d);
        int index = 0;
        Object iterator = Iteration.iter(seq2);
        for (Object pair = Iteration.next(iterator);
                pair != null;
                pair = Iteration.next(iterator)) {
            Object[] both = DictUpdate.pairOf(pair, index++);
            if (override != 0 || dict.find(both[0]) < 0) {
                dict.put(both[0], both[1]);
            }
        }
    }

    public static Object PyDictProxy_New(CapiContext context, Object obj) {
        if (Support.isSequenceOnly(obj)) {
            throw Errors.typeError(
                    "mappingproxy() argument must be a mapping, not %s", Support.typeName(obj));
        }
        return Support.function("types", "MappingProxyType", obj);
    }

    public static boolean PyDict_ContainsString(CapiContext context, Object mp, String key) {
        return dict(mp).get(Str.of(key)) != null;
    }

    public static int PyDict_PopString(CapiContext context, Object dict, String key, long result) {
        return CpythonApi.PyDict_Pop(context, dict, Str.of(key), result);
    }

    public static Object PyDict_SetDefault(
            CapiContext context, Object mp, Object key, Object defaultValue) {
        Object known = dict(mp).get(key);
        if (known != null) {
            return known;
        }
        dict(mp).put(key, defaultValue);
        return defaultValue;
    }
}
