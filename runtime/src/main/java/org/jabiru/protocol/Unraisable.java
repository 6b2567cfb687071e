package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Exceptions that have nobody to go to: {@code sys.unraisablehook} gets them. */
public final class Unraisable {
    private Unraisable() {}

    /**
     * Reports an exception.
     *
     * @param message what went on, or null
     * @param object what it happened to, or null
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void report(PyException e, String message, Object object) {
        Object hook = PythonContext.get().sys.dict.get("unraisablehook");
        if (hook == null || hook == Singleton.NONE) {
            return;
        }
        Object traceback = e.exception().traceback;
        PyObject arguments =
                NamespaceType.make(
                        "exc_type", e.exception().type(),
                        "exc_value", e.exception(),
                        "exc_traceback", traceback == null ? Singleton.NONE : traceback,
                        "err_msg", message == null ? Singleton.NONE : Str.of(message),
                        "object", object == null ? Singleton.NONE : object);
        try {
            Call.call(hook, arguments);
        } catch (PyException failed) {
            // A broken hook must not stop what reported the exception.
            System.err.println("Exception ignored in sys.unraisablehook: " + failed.getMessage());
        }
    }
}
