package org.jabiru.modules.pickle;

import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionNotes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;

/** The exceptions of one interpreter, and the notes that say where pickling failed. */
final class PickleErrors {
    final PyType base = make("PickleError", ExceptionTypes.Exception);
    final PyType pickling = make("PicklingError", base);
    final PyType unpickling = make("UnpicklingError", base);

    private static PyType make(String name, PyType base) {
        return NewException.of("_pickle", name, base);
    }

    static PickleErrors get() {
        return PythonContext.get().state(PickleErrors.class, PickleErrors::new);
    }

    static PyException pickling(String format, Object... args) {
        return Errors.raise(get().pickling, format, args);
    }

    static PyException unpickling(String format, Object... args) {
        return Errors.raise(get().unpickling, format, args);
    }

    /** The name of an object's type as these messages have it ({@code %T} of C's formats). */
    static String typeName(Object o) {
        PyType t = Types.of(o);
        String name = t.name();
        Object qualified = Attributes.getOrNull(t, "__qualname__");
        if (Str.valueOrNull(qualified) != null) {
            name = Str.java(Str.valueOrNull(qualified));
        }
        Object module = Attributes.getOrNull(t, "__module__");
        String m = Str.valueOrNull(module) == null ? "builtins" : Str.java(Str.valueOrNull(module));
        return m.equals("builtins") || m.equals("__main__") ? name : m + "." + name;
    }

    /** Adds "when serializing TYPE WHAT" to an exception. */
    static PyException during(PyException e, Object o, String what) {
        ExceptionNotes.add(e.exception(), "when serializing " + typeName(o) + " " + what);
        return e;
    }
}
