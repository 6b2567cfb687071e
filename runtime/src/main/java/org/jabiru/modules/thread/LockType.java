package org.jabiru.modules.thread;

import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The methods of {@code _thread.lock}. */
@BuiltinType(value = "_thread.lock", signature = "()")
public final class LockType {
    public static final PyType TYPE =
            PyType.builtin("_thread.lock", LockTypeTable::new, PyLock::new)
                    .sealed()
                    .withWeakReferences()
                    .madeAtRunTime();

    private LockType() {}

    @Builtin(value = "__new__(cls, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls) {
        return new PyLock(cls);
    }

    @Builtin("acquire(self, /, blocking=True, timeout=-1)")
    static boolean acquire(PyLock self, boolean blocking, Object timeout) {
        return self.acquire(Timeout.of(blocking, timeout));
    }

    @Builtin("acquire_lock(self, /, blocking=True, timeout=-1)")
    static boolean acquireLock(PyLock self, boolean blocking, Object timeout) {
        return acquire(self, blocking, timeout);
    }

    @Builtin("release(self, /)")
    static void release(PyLock self) {
        if (!self.isLocked()) {
            throw Errors.runtimeError("release unlocked lock");
        }
        self.release();
    }

    @Builtin("release_lock(self, /)")
    static void releaseLock(PyLock self) {
        release(self);
    }

    @Builtin("locked(self, /)")
    static boolean locked(PyLock self) {
        return self.isLocked();
    }

    @Builtin("locked_lock(self, /)")
    static boolean lockedLock(PyLock self) {
        return self.isLocked();
    }

    @Builtin("__enter__(self, /)")
    static boolean enter(PyLock self) {
        return self.acquire(-1);
    }

    @Builtin("__exit__(self, /, *exc_info)")
    static void exit(PyLock self, Object[] exception) {
        release(self);
    }

    @Builtin("_at_fork_reinit(self, /)")
    static void atForkReinit(PyLock self) {
        self.reset();
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyLock self) {
        return Str.of(
                "<"
                        + (self.isLocked() ? "locked" : "unlocked")
                        + " "
                        + self.type().fullName()
                        + " object at "
                        + Identity.address(self)
                        + ">");
    }
}
