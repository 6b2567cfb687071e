package org.jabiru.modules.thread;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Warnings;

/** The methods of {@code _thread.RLock}. */
@BuiltinType(value = "_thread.RLock", signature = "none")
public final class RLockType {
    public static final PyType TYPE =
            PyType.builtin("_thread.RLock", RLockTypeTable::new, PyRLock::new)
                    .withWeakReferences()
                    .madeAtRunTime();

    private RLockType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (cls == TYPE && (args.length > 0 || keywords.size() > 0)) {
            Warnings.warn(
                    ExceptionTypes.DeprecationWarning,
                    "Passing arguments to RLock is deprecated and will be removed in 3.15",
                    1);
        }
        return cls.factory.make(cls);
    }

    @Builtin("acquire(self, /, blocking=True, timeout=-1)")
    static boolean acquire(PyRLock self, boolean blocking, Object timeout) {
        return self.acquire(Timeout.of(blocking, timeout));
    }

    @Builtin("release(self, /)")
    static void release(PyRLock self) {
        if (!self.isOwned()) {
            throw Errors.runtimeError("cannot release un-acquired lock");
        }
        self.release();
    }

    @Builtin("locked(self, /)")
    static boolean locked(PyRLock self) {
        return self.isLocked();
    }

    @Builtin("__enter__(self, /)")
    static boolean enter(PyRLock self) {
        return self.acquire(-1);
    }

    @Builtin("__exit__(self, /, *exc_info)")
    static void exit(PyRLock self, Object[] exception) {
        release(self);
    }

    @Builtin("_is_owned(self, /)")
    static boolean isOwned(PyRLock self) {
        return self.isOwned();
    }

    @Builtin("_recursion_count(self, /)")
    static long recursionCount(PyRLock self) {
        return self.isOwned() ? self.count() : 0;
    }

    @Builtin("_release_save(self, /)")
    static Object releaseSave(PyRLock self) {
        if (!self.isOwned()) {
            throw Errors.runtimeError("cannot release un-acquired lock");
        }
        long owner = self.ownerId();
        return PyTuple.of((long) self.releaseAll(), owner);
    }

    @Builtin("_acquire_restore(self, state, /)")
    static void acquireRestore(PyRLock self, PyTuple state) {
        self.acquireAgain(Args.toInt(state.get(0)));
    }

    @Builtin("_at_fork_reinit(self, /)")
    static void atForkReinit(PyRLock self) {
        self.reset();
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyRLock self) {
        return Str.of(
                "<"
                        + (self.isLocked() ? "locked" : "unlocked")
                        + " "
                        + self.type().fullName()
                        + " object owner="
                        + self.ownerId()
                        + " count="
                        + self.count()
                        + " at "
                        + Identity.address(self)
                        + ">");
    }
}
