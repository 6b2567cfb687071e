package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.weakref.PyWeakReference;
import org.jabiru.builtins.weakref.ReferenceType;
import org.jabiru.builtins.weakref.WeakReferences;
import org.jabiru.modules.thread.LockType;
import org.jabiru.modules.thread.RLockType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/**
 * importlib's {@code _ModuleLock}, taken and given back without running its Python code as long as
 * nobody waits for it. The locks are the same objects in the same table, so whoever imports through
 * importlib in another thread waits as ever.
 */
final class ModuleLocks {
    private static final TruffleString LOCK = Str.name("lock");
    private static final TruffleString WAKEUP = Str.name("wakeup");
    private static final TruffleString NAME = Str.name("name");
    private static final TruffleString OWNER = Str.name("owner");
    private static final TruffleString COUNT = Str.name("count");
    private static final TruffleString WAITERS = Str.name("waiters");

    private ModuleLocks() {}

    /** The module's lock, held by this thread; null when it is held already. */
    static PyObject takeOrNull(PythonContext context, TruffleString name) {
        PyDict locks = table(context);
        if (locks.get(name) instanceof PyWeakReference r
                && r.referentOrNull() instanceof PyObject known) {
            return takeKnownOrNull(known);
        }
        PyType type = (PyType) context.importlib.dict.get("_ModuleLock");
        PyObject lock = (PyObject) type.factory.make(type);
        Attributes.set(lock, LOCK, Call.call(RLockType.TYPE));
        Attributes.set(lock, WAKEUP, Call.call(LockType.TYPE));
        Attributes.set(lock, NAME, name);
        Attributes.set(lock, OWNER, thisThread());
        Attributes.set(lock, COUNT, new PyList(new Object[] {true}));
        Attributes.set(lock, WAITERS, new PyList());
        locks.put(name, WeakReferences.reference(ReferenceType.TYPE, lock, null));
        return lock;
    }

    /** A lock stays in the table, as whoever waits for it may have it already. */
    private static PyObject takeKnownOrNull(PyObject lock) {
        if (Attributes.get(lock, COUNT) instanceof PyList count && count.size() == 0) {
            Attributes.set(lock, OWNER, thisThread());
            count.append(true);
            return lock;
        }
        return null;
    }

    /** Gives back what {@link #takeOrNull} took. */
    static void release(PyObject lock) {
        if (Attributes.get(lock, WAITERS) instanceof PyList waiters && waiters.size() == 0) {
            ((PyList) Attributes.get(lock, COUNT)).clear();
            Attributes.set(lock, OWNER, Singleton.NONE);
        } else {
            Call.method(lock, "release");
        }
    }

    /** Whether this thread is importing the module, so that it would not wait for itself. */
    static boolean isHeldByThisThread(PythonContext context, TruffleString name) {
        return table(context).get(name) instanceof PyWeakReference r
                && r.referentOrNull() instanceof PyObject lock
                && thisThread().equals(Attributes.getOrNull(lock, OWNER));
    }

    private static PyDict table(PythonContext context) {
        return (PyDict) context.importlib.dict.get("_module_locks");
    }

    /** {@code _thread.get_ident()}. */
    private static Long thisThread() {
        return Thread.currentThread().threadId();
    }
}
