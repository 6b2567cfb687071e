package org.jabiru.modules.gc;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Unraisable;

/**
 * The functions of the module {@code gc}. The JVM collects when it likes; {@code collect} asks it
 * to, and then runs what waits for objects to die.
 */
@BuiltinModule("gc")
public final class GcModule {

    private GcModule() {}

    /** Adds constants and lists. */
    public static void initialize(PyModule module) {
        PyDict dict = module.dict;
        dict.put("callbacks", GcState.get().callbacks);
        dict.put("garbage", GcState.get().garbage);
        dict.put("DEBUG_STATS", 1L);
        dict.put("DEBUG_COLLECTABLE", 2L);
        dict.put("DEBUG_UNCOLLECTABLE", 4L);
        dict.put("DEBUG_SAVEALL", 32L);
        dict.put("DEBUG_LEAK", 38L);
    }

    @Builtin(value = "enable()", doc = "Enable automatic garbage collection.")
    static void enable() {
        GcState.get().enabled = true;
    }

    @Builtin(value = "disable()", doc = "Disable automatic garbage collection.")
    static void disable() {
        GcState.get().enabled = false;
    }

    @Builtin(
            value = "isenabled()",
            doc = "Returns true if automatic garbage collection is enabled.")
    static boolean isEnabled() {
        return GcState.get().enabled;
    }

    @Builtin(value = "collect(generation=2)", doc = "Run the garbage collector.")
    static long collect(int generation) {
        if (generation < 0 || generation >= GcState.GENERATIONS) {
            throw Errors.valueError("invalid generation");
        }
        GcState state = GcState.get();
        notifyCallbacks(state, "start", generation, 0);
        int died =
                generation == GcState.GENERATIONS - 1 ? Collection.run() : Collection.runWaiting();
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        if (extensions != null) {
            extensions.afterCollection();
        }
        state.count(generation, died);
        notifyCallbacks(state, "stop", generation, died);
        return died;
    }

    private static void notifyCallbacks(GcState state, String phase, int generation, int died) {
        for (Object callback : state.callbacks.toArray()) {
            PyDict info = new PyDict();
            info.put("generation", (long) generation);
            info.put("collected", (long) died);
            info.put("uncollectable", 0L);
            try {
                Call.call(callback, Str.of(phase), info);
            } catch (PyException e) {
                Unraisable.report(e, "Exception ignored while calling GC callback", callback);
            }
        }
    }

    @Builtin(value = "get_debug()", doc = "Get the garbage collection debugging flags.")
    static long debugFlags() {
        return GcState.get().debugFlags;
    }

    @Builtin(value = "set_debug(flags, /)", doc = "Set the garbage collection debugging flags.")
    static void setDebugFlags(long flags) {
        GcState.get().debugFlags = flags;
    }

    @Builtin(value = "get_threshold()", doc = "Return the current collection thresholds.")
    static Object thresholds() {
        long[] t = GcState.get().thresholds;
        return new PyTuple(t[0], t[1], t[2]);
    }

    @Builtin(
            value = "set_threshold(threshold0, /, *thresholds)",
            shown = "none",
            doc = "Set the collection thresholds (the collection frequency).")
    static void setThresholds(long first, Object[] others) {
        long[] t = GcState.get().thresholds;
        t[0] = first;
        for (int i = 0; i < others.length && i < 2; i++) {
            t[i + 1] = Args.toLong(others[i]);
        }
    }

    @Builtin(value = "get_count()", doc = "Return a three-tuple of the current counts.")
    static Object count() {
        return new PyTuple(0L, 0L, 0L);
    }

    @Builtin(
            value = "get_stats()",
            doc = "Return a list of dictionaries containing per-generation statistics.")
    static Object stats() {
        PyList out = new PyList();
        for (int i = 0; i < GcState.GENERATIONS; i++) {
            PyDict d = new PyDict();
            d.put("collections", GcState.get().collections[i]);
            d.put("collected", GcState.get().collected[i]);
            d.put("uncollectable", 0L);
            out.append(d);
        }
        return out;
    }

    @Builtin(
            value = "is_tracked(obj, /)",
            doc = "Returns true if the object is tracked by the garbage collector.")
    static boolean isTracked(Object o) {
        if (o instanceof PyTuple t && t.type() == TupleType.TYPE) {
            // As CPython finds out sooner or later: what cannot be in a cycle is not tracked.
            for (Object item : t.items) {
                if (isTracked(item)) {
                    return true;
                }
            }
            return false;
        }
        if (!(o instanceof PyObject p) || o instanceof PyType t && !TypeLayout.isAllocated(t)) {
            return false;
        }
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        // What C makes it tracks when it likes to.
        return extensions != null && extensions.isInstanceOfC(p)
                ? extensions.isTracked(p)
                : TypeLayout.headerSize(p.type()) > 0
                        || extensions != null && extensions.isTracked(p);
    }

    @Builtin(
            value = "is_finalized(obj, /)",
            doc = "Returns true if the object has been already finalized by the GC.")
    static boolean isFinalized(Object o) {
        if (!(o instanceof PyObject p)) {
            return false;
        }
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        return Finalizers.hasRun(p) || extensions != null && extensions.isFinalized(p);
    }

    @Builtin(
            value = "freeze()",
            doc = "Freeze all current tracked objects and ignore them for future collections.")
    static void freeze() {}

    @Builtin(value = "unfreeze()", doc = "Unfreeze all objects in the permanent generation.")
    static void unfreeze() {}

    @Builtin(
            value = "get_freeze_count()",
            doc = "Return the number of objects in the permanent generation.")
    static long freezeCount() {
        return 0;
    }

    @Builtin(
            value = "get_objects(generation=None)",
            doc = "Return a list of objects tracked by the collector.")
    static Object objects(Object generation) {
        SysHooks.audit("gc.get_objects", generation);
        boolean all = generation == Singleton.NONE;
        if (!all) {
            long g = Args.toLong(generation);
            if (g < -1) {
                throw Errors.valueError("generation parameter cannot be negative");
            }
            if (g >= GcState.GENERATIONS) {
                throw Errors.valueError(
                        "generation parameter must be less than the number of available"
                                + " generations (%d)",
                        GcState.GENERATIONS);
            }
            // Where the JVM keeps an object it does not tell: here all are old.
            all = g == -1 || g == GcState.GENERATIONS - 1;
        }
        PyList out = new PyList();
        if (all) {
            for (PyObject o : Reachable.objects()) {
                if (isTracked(o)) {
                    out.append(o);
                }
            }
        }
        return out;
    }

    @Builtin(
            value = "get_referrers(*objs)",
            doc = "Return the list of objects that directly refer to any of 'objs'.")
    static Object referrers(Object[] objects) {
        SysHooks.audit("gc.get_referrers", PyTuple.of(objects));
        Set<Object> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(wanted, objects);
        Referents referents = new Referents();
        PyList out = new PyList();
        for (PyObject o : Reachable.objects()) {
            boolean[] refers = {false};
            referents.visit(o, r -> refers[0] |= wanted.contains(r));
            if (refers[0]) {
                out.append(o);
            }
        }
        return out;
    }

    @Builtin(
            value = "get_referents(*objs)",
            doc = "Return the list of objects that are directly referred to by 'objs'.")
    static Object referents(Object[] objects) {
        SysHooks.audit("gc.get_referents", PyTuple.of(objects));
        Referents referents = new Referents();
        PyList out = new PyList();
        for (Object o : objects) {
            if (o instanceof PyObject p) {
                boolean heap = p.type().isHeapType() || p instanceof PyType;
                referents.visit(
                        p,
                        r -> {
                            // Instances of builtin types do not count as referring to them.
                            if (heap || r != p.type()) {
                                out.append(r);
                            }
                        });
                ExtensionLoader extensions = ImpModule.loaderOrNull();
                if (extensions != null) {
                    extensions.nativeReferents(p).forEach(out::append);
                }
            }
        }
        return out;
    }
}
