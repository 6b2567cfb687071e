package org.jabiru.builtins.generator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.imports.Imports;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Unraisable;

/**
 * Coroutines that may never be awaited. Nearly all are at once: so a thread keeps its latest ones,
 * and only those that still have not started when they make room are watched until they die.
 */
public final class Unawaited {
    /** What warns when it dies before it has started. */
    interface Pending {
        boolean isPending();
    }

    private Unawaited() {}

    /** A coroutine was made. */
    static void note(PyObject made) {
        note(PythonContext.get().threadState(), made);
    }

    /** As above, for the current thread. */
    static void note(ThreadState thread, PyObject made) {
        PyObject[] latest = thread.latestCoroutines;
        int i = thread.nextCoroutine;
        PyObject old = latest[i];
        latest[i] = made;
        thread.nextCoroutine = i + 1 == latest.length ? 0 : i + 1;
        if (old != null && isPending(old)) {
            watch(old);
        }
    }

    private static boolean isPending(PyObject o) {
        return ((Pending) o).isPending();
    }

    @TruffleBoundary
    private static void watch(PyObject o) {
        Finalizers.watch(o);
    }

    /** From now on a collection finds all that have died. */
    @TruffleBoundary
    public static void watchAll() {
        PyObject[] latest = PythonContext.get().threadState().latestCoroutines;
        for (int i = 0; i < latest.length; i++) {
            PyObject o = latest[i];
            latest[i] = null;
            if (o != null && isPending(o)) {
                watch(o);
            }
        }
    }

    /** Warns of those that are left when the interpreter ends. */
    @TruffleBoundary
    public static void endAll() {
        PyObject[] latest = PythonContext.get().threadState().latestCoroutines;
        for (int i = 0; i < latest.length; i++) {
            PyObject o = latest[i];
            latest[i] = null;
            // CPython: generators that are suspended at the end are not closed, as a rule.
            boolean unawaited = !(o instanceof PySuspendable s) || !s.isStarted();
            if (o != null && unawaited && isPending(o)) {
                Object method = o.type().lookup(Finalizers.METHOD);
                Call.callUnbound(method, o, new Object[0], null);
            }
        }
    }

    /** {@code __del__} of a coroutine that has not started. */
    @TruffleBoundary
    static void warn(PyCoroutine c) {
        try {
            Object function =
                    Attributes.getOrNull(
                            Imports.importModule("warnings"), "_warn_unawaited_coroutine");
            if (function == null) {
                warn("coroutine '" + Str.java(c.qualifiedName) + "' was never awaited");
            } else {
                Call.call(function, c);
            }
        } catch (PyException e) {
            report(e, c);
        }
    }

    private static void warn(String message) {
        Call.call(
                Modules.attribute("_warnings", "warn"),
                Str.of(message),
                ExceptionTypes.RuntimeWarning,
                1L);
    }

    /** {@code __del__} of an operation of an asynchronous generator that has not started. */
    @TruffleBoundary
    static void warn(PyAsyncGenerator generator, String method, PyObject operation) {
        try {
            warn(
                    "coroutine method '"
                            + method
                            + "' of "
                            + Str.java(Repr.repr(generator.qualifiedName))
                            + " was never awaited");
        } catch (PyException e) {
            report(e, operation);
        }
    }

    /** Tells of an exception in the finalizer of a coroutine or generator. */
    static void report(PyException e, PyObject about) {
        String kind = about instanceof PySuspendable s ? s.kind() : about.type().shortName();
        Unraisable.report(
                e,
                "Exception ignored while finalizing " + kind + " " + Str.java(Repr.repr(about)),
                null);
    }

    /** {@code cr_origin} of a coroutine that is made now. */
    static Object origin() {
        int depth = PythonContext.get().threadState().coroutineOriginDepth;
        return depth == 0 ? Singleton.NONE : CoroutineOrigin.of(depth);
    }
}
