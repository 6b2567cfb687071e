package org.jabiru.protocol;

import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Warnings, and exceptions that cannot be raised: what goes through hooks that Python may set. */
public final class Warnings {
    private Warnings() {}

    /** {@code warnings.warn(message, category, stacklevel)}. */
    public static void warn(PyType category, String message, long stackLevel) {
        Object warn = Attributes.get(Imports.importModule("_warnings"), "warn");
        Call.call(warn, Str.of(message), category, stackLevel);
    }

    /** {@code sys.unraisablehook} for an exception that came up while something was ended. */
    public static void unraisable(PyException e, Object about) {
        PyBaseException value = e.exception();
        Object arguments =
                Call.call(
                        Attributes.get(PythonContext.get().sys, "UnraisableHookArgs"),
                        PyTuple.of(
                                value.type(),
                                value,
                                value.traceback == null ? Singleton.NONE : value.traceback,
                                Singleton.NONE,
                                about));
        Object hook = PythonContext.get().sys.dict.get("unraisablehook");
        if (hook != null && hook != Singleton.NONE) {
            Call.call(hook, arguments);
        }
    }
}
