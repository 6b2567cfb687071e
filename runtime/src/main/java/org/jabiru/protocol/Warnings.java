package org.jabiru.protocol;

import org.jabiru.imports.Imports;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** Warnings that the interpreter issues. */
public final class Warnings {
    private Warnings() {}

    /** {@code warnings.warn(message, category, stacklevel)}. */
    public static void warn(PyType category, String message, long stackLevel) {
        Object warn = Attributes.get(Imports.importModule("_warnings"), "warn");
        Call.call(warn, Str.of(message), category, stackLevel);
    }
}
