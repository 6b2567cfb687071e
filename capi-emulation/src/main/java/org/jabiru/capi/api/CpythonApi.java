package org.jabiru.capi.api;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Modules;

/** What extensions built for CPython 3.14 itself use beyond the stable ABI. */
public final class CpythonApi {
    private CpythonApi() {}

    private static PyDict dict(Object o) {
        if (o instanceof PyDict d) {
            return d;
        }
        throw Support.badInternalCall();
    }

    public static int PyDict_Pop(CapiContext context, Object dict, Object key, long result) {
        if (result != 0) {
            Memory.putLong(result, 0);
        }
        if (dict(dict).size() == 0) {
            return 0;
        }
        if (key == null) {
            throw Support.badInternalCall();
        }
        Object removed = dict(dict).remove(key);
        DictApi.changed(dict(dict));
        if (result != 0) {
            return Support.store(context, result, removed);
        }
        return removed == null ? 0 : 1;
    }

    public static int PyDict_SetDefaultRef(
            CapiContext context, Object dict, Object key, Object value, long result) {
        Object known = dict(dict).get(key);
        if (known == null) {
            DictApi.PyDict_SetItem(context, dict, key, value);
        }
        if (result != 0) {
            Support.store(context, result, known == null ? value : known);
        }
        return known == null ? 0 : 1;
    }

    public static Object _PyNamespace_New(CapiContext context, Object keywords) {
        Object type = Modules.attribute("types", "SimpleNamespace");
        return CallWithDict.call(type, new Object[0], (PyDict) keywords);
    }

    /** Runs no code of C's, such as a getter: an exception may be on its way. */
    public static void PyObject_ClearManagedDict(CapiContext context, Object object) {
        if (object instanceof PyObject o && o.type().hasInstanceDict) {
            Attributes.instanceDict(o).clear();
        }
    }
}
