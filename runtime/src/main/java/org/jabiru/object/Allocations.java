package org.jabiru.object;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;

/**
 * Tells who wants to know of the objects that are made: {@code tracemalloc}. Until an interpreter
 * of this process wants that for the first time, compiled code has no trace of it.
 */
public final class Allocations {
    /** Is told of the objects of one interpreter. */
    public interface Watcher {
        /** An object that is being made: only its class and its identity can be relied upon. */
        void made(PyObject o);
    }

    private static final Assumption UNWATCHED = Assumption.create("nobody watches allocations");

    private Allocations() {}

    /** From now on, an interpreter's objects are told of; to nobody for null. */
    public static void watch(PythonContext context, Watcher watcher) {
        context.allocations = watcher;
        if (watcher != null) {
            UNWATCHED.invalidate();
        }
    }

    static void made(PyObject o) {
        if (!UNWATCHED.isValid()) {
            tell(o);
        }
    }

    @TruffleBoundary
    private static void tell(PyObject o) {
        PythonContext context = PythonContext.getOrNull();
        if (context != null && context.allocations != null) {
            context.allocations.made(o);
        }
    }
}
