package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Exceptions that have nobody to go to: {@code sys.unraisablehook} gets them. */
public final class Unraisable {
    private static final StructSequenceType ARGUMENTS =
            StructSequenceType.of(
                    "sys.UnraisableHookArgs",
                    5,
                    "exc_type",
                    "exc_value",
                    "exc_traceback",
                    "err_msg",
                    "object");

    private Unraisable() {}

    /**
     * Reports an exception (PyErr_WriteUnraisable, PyErr_FormatUnraisable).
     *
     * @param message what went on, or null
     * @param object what it happened to, or null
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void report(PyException e, String message, Object object) {
        Object text = message == null ? Singleton.NONE : Str.of(message);
        Object about = object == null ? Singleton.NONE : object;
        PyDict sys = PythonContext.get().sys.dict;
        Object hook = sys.get("unraisablehook");
        Object standard = sys.get("__unraisablehook__");
        if (hook == null || hook == Singleton.NONE) {
            hook = standard;
        }
        try {
            call(hook, e, text, about);
        } catch (PyException failed) {
            if (hook != standard) {
                Object said = Str.of("Exception ignored in sys.unraisablehook");
                call(standard, failed, said, hook);
            }
        }
    }

    private static void call(Object hook, PyException e, Object text, Object about) {
        PyBaseException value = e.exception();
        if (value.traceback == null) {
            PyFrame frame = Frames.current(0);
            if (frame != null) {
                value.traceback = new PyTraceback(null, frame, frame.lastInstruction());
            }
        }
        Object traceback = value.traceback == null ? Singleton.NONE : value.traceback;
        Object arguments = ARGUMENTS.make(value.type(), value, traceback, text, about);
        Audit.event("sys.unraisablehook", hook, arguments);
        Call.call(hook, arguments);
    }
}
