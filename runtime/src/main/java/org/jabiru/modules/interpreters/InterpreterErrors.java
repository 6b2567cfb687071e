package org.jabiru.modules.interpreters;

import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** The exceptions of {@code _interpreters}. */
final class InterpreterErrors {
    static final PyType INTERPRETER_ERROR =
            documented(
                    PyType.builtin(
                            "concurrent.interpreters.InterpreterError",
                            ExceptionTypes.Exception,
                            null,
                            null),
                    "A cross-interpreter operation failed");

    static final PyType INTERPRETER_NOT_FOUND_ERROR =
            documented(
                    PyType.builtin(
                            "concurrent.interpreters.InterpreterNotFoundError",
                            INTERPRETER_ERROR,
                            null,
                            null),
                    "An interpreter was not found");

    private record State(PyType notShareable) {}

    private InterpreterErrors() {}

    private static PyType documented(PyType type, String doc) {
        type.setAttribute(Str.name("__doc__"), Str.of(doc));
        return type;
    }

    /** {@code NotShareableError} of the current interpreter. */
    static PyType notShareableType() {
        return PythonContext.get()
                .state(
                        State.class,
                        () -> new State(newType("NotShareableError", ExceptionTypes.TypeError)))
                .notShareable();
    }

    /** A new exception class of {@code concurrent.interpreters}. */
    static PyType newType(String name, PyType base) {
        return NewException.of("concurrent.interpreters", name, base);
    }

    static PyException error(String format, Object... args) {
        return Errors.raise(INTERPRETER_ERROR, format, args);
    }

    /** NotShareableError with a cause, which may be null. */
    static PyException notShareable(String message, PyBaseException cause) {
        PyException e = Errors.of(notShareableType(), Str.of(message));
        e.exception().cause = cause;
        e.exception().suppressContext = cause != null;
        return e;
    }

    /** NotShareableError for an object. */
    static PyException notShareable(Object o, PyBaseException cause) {
        return notShareable(
                Str.java(Repr.repr(o)) + " does not support cross-interpreter data", cause);
    }

    static boolean isNotShareable(PyException e) {
        return e.is(notShareableType());
    }
}
