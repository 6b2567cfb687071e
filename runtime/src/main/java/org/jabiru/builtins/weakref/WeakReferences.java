package org.jabiru.builtins.weakref;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.IdleCollection;
import org.jabiru.PythonContext;
import org.jabiru.builtins.object.IdentityTable;
import org.jabiru.builtins.object.SafePoint;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Unraisable;

/** The weak references of the current interpreter. */
public final class WeakReferences {
    private WeakReferences() {}

    private static IdentityTable.Entry entry(Object o) {
        if (!(o instanceof PyObject) || !Types.of(o).weakReferenceable) {
            throw Errors.typeError(
                    "cannot create weak reference to '%s' object", Types.of(o).name());
        }
        IdentityTable.Entry entry = IdentityTable.get().entry(o);
        if (entry.references == null) {
            entry.references = new ArrayList<>();
        }
        return entry;
    }

    /** {@code weakref.ref(o, callback)}; null for no callback. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyWeakReference reference(PyType type, Object o, Object callback) {
        runCallbacks();
        IdentityTable.Entry entry = entry(o);
        if (callback == null && type == ReferenceType.TYPE) {
            for (Object known : alive(entry)) {
                if (known instanceof PyWeakReference r
                        && r.callback() == null
                        && r.type() == type) {
                    return r;
                }
            }
        }
        watchFor(callback);
        PyWeakReference made = (PyWeakReference) type.factory.make(type);
        made.initialize(entry, callback);
        // The one that all share comes first.
        boolean shared = callback == null && type == ReferenceType.TYPE;
        entry.references.add(shared ? 0 : entry.references.size(), new WeakReference<>(made));
        return made;
    }

    /** {@code weakref.proxy(o, callback)}; null for no callback. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyWeakProxy proxy(Object o, Object callback) {
        runCallbacks();
        IdentityTable.Entry entry = entry(o);
        if (callback == null) {
            for (Object known : alive(entry)) {
                if (known instanceof PyWeakProxy p && p.callback() == null) {
                    return p;
                }
            }
        }
        PyType type = Types.of(o).special().call == null ? ProxyType.TYPE : CallableProxyType.TYPE;
        watchFor(callback);
        PyWeakProxy made = new PyWeakProxy(type, entry, callback);
        entry.references.add(new WeakReference<>(made));
        return made;
    }

    private static void watchFor(Object callback) {
        if (callback != null) {
            PythonContext context = PythonContext.get();
            IdentityTable.get()
                    .watch(
                            new SafePoint(
                                    context, SafePoint.untraced(WeakReferences::runCallbacks)));
            IdleCollection.of(context).noteResource();
        }
    }

    /** The weak references and proxies to an object, the oldest first. */
    @TruffleBoundary
    public static List<Object> of(Object o) {
        IdentityTable.Entry entry = IdentityTable.get().entryOrNull(o);
        return entry == null || entry.references == null ? List.of() : alive(entry);
    }

    /** Has all weak references to an object die without calling their callbacks. */
    @TruffleBoundary
    public static void clear(Object o) {
        for (Object reference : of(o)) {
            ((WeakHolder) reference).clear();
        }
        IdentityTable.Entry entry = IdentityTable.get().entryOrNull(o);
        if (entry != null) {
            entry.references = null;
        }
    }

    private static List<Object> alive(IdentityTable.Entry entry) {
        List<Object> out = new ArrayList<>();
        entry.references.removeIf(r -> r.get() == null);
        for (WeakReference<Object> r : entry.references) {
            Object reference = r.get();
            if (reference != null) {
                out.add(reference);
            }
        }
        return out;
    }

    /** Calls the callbacks of references whose objects have died; returns how many died. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static int runCallbacks() {
        List<IdentityTable.Entry> dead = IdentityTable.get().takeDead();
        for (IdentityTable.Entry entry : dead) {
            List<Object> references = alive(entry);
            for (int i = references.size() - 1; i >= 0; i--) {
                WeakHolder holder = (WeakHolder) references.get(i);
                Object callback = holder.callback();
                if (callback != null) {
                    holder.clearCallback();
                    run(callback, holder);
                }
            }
        }
        return dead.size();
    }

    private static void run(Object callback, Object reference) {
        try {
            Call.call(callback, reference);
        } catch (PyException e) {
            Unraisable.report(e, "Exception ignored while calling weakref callback", callback);
        }
    }

    static Object orNull(Object callback) {
        return callback == Singleton.NONE ? null : callback;
    }
}
