package org.jabiru.capi.api;

import org.jabiru.builtins.weakref.PyWeakProxy;
import org.jabiru.builtins.weakref.PyWeakReference;
import org.jabiru.builtins.weakref.ReferenceType;
import org.jabiru.builtins.weakref.WeakReferences;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.modules.gc.Collection;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** Weak Reference Objects. */
public final class WeakrefApi {
    private WeakrefApi() {}

    private static Object callback(Object o) {
        return o == Singleton.NONE ? null : o;
    }

    public static Object PyWeakref_NewRef(CapiContext context, Object ob, Object callback) {
        return WeakReferences.reference(ReferenceType.TYPE, ob, callback(callback));
    }

    public static Object PyWeakref_NewProxy(CapiContext context, Object ob, Object callback) {
        return WeakReferences.proxy(ob, callback(callback));
    }

    public static int PyWeakref_GetRef(CapiContext context, Object ref, long pobj) {
        Memory.putLong(pobj, 0);
        if (ref == null) {
            throw Support.badInternalCall();
        }
        if (!isWeak(ref)) {
            throw Errors.typeError("expected a weakref");
        }
        return Support.store(context, pobj, referent(ref));
    }

    public static Object PyWeakref_GetObject(CapiContext context, Object ref) {
        if (!isWeak(ref)) {
            throw Support.badInternalCall();
        }
        return Support.orNone(referent(ref));
    }

    private static boolean isWeak(Object o) {
        return o instanceof PyWeakReference || o instanceof PyWeakProxy;
    }

    private static Object referent(Object ref) {
        return ref instanceof PyWeakReference r
                ? r.referentOrNull()
                : ((PyWeakProxy) ref).referentOrNull();
    }

    public static boolean PyWeakref_IsDead(CapiContext context, Object ref) {
        if (!isWeak(ref)) {
            throw Errors.typeError("expected a weakref, got %s", Support.typeName(ref));
        }
        if (isGivenUp(context, referent(ref))) {
            // Only the JVM's collector knows whether C's reference was the last one.
            Collection.run();
        }
        return referent(ref) == null;
    }

    private static boolean isGivenUp(CapiContext context, Object referent) {
        return referent instanceof PyObject o && context.boundary.isGivenUp(o);
    }
}
