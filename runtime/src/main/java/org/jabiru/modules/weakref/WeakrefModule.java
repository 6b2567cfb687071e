package org.jabiru.modules.weakref;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.weakref.CallableProxyType;
import org.jabiru.builtins.weakref.ProxyType;
import org.jabiru.builtins.weakref.PyWeakReference;
import org.jabiru.builtins.weakref.ReferenceType;
import org.jabiru.builtins.weakref.WeakReferences;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;

/** The functions of the module {@code _weakref}. */
@BuiltinModule("_weakref")
public final class WeakrefModule {
    private WeakrefModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        module.dict.put("ref", ReferenceType.TYPE);
        module.dict.put("ReferenceType", ReferenceType.TYPE);
        module.dict.put("ProxyType", ProxyType.TYPE);
        module.dict.put("CallableProxyType", CallableProxyType.TYPE);
    }

    @Builtin(
            value = "proxy(object, callback=None, /)",
            doc = "Create a proxy object that weakly references 'object'.")
    static Object proxy(Object o, Object callback) {
        return WeakReferences.proxy(o, callback == Singleton.NONE ? null : callback);
    }

    @Builtin(
            value = "getweakrefcount(object, /)",
            doc = "Return the number of weak references to 'object'.")
    static long count(Object o) {
        return WeakReferences.of(o).size();
    }

    @Builtin(
            value = "getweakrefs(object, /)",
            doc = "Return a list of all weak reference objects pointing to 'object'.")
    static Object all(Object o) {
        return new PyList(WeakReferences.of(o));
    }

    @Builtin(
            value = "_remove_dead_weakref(dct, key, /)",
            doc = "Atomically remove key from dict if it points to a dead weakref.")
    static void removeDead(PyDict dict, Object key) {
        Object value = dict.get(key);
        if (value == null) {
            return;
        }
        if (!(value instanceof PyWeakReference r)) {
            throw Errors.typeError("not a weakref");
        }
        if (r.referentOrNull() == null) {
            dict.remove(key);
        }
    }
}
