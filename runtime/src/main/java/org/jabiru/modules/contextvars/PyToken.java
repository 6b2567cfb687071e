package org.jabiru.modules.contextvars;

import org.jabiru.object.PyObject;

/** A {@code contextvars.Token}: what a variable was before it was set. */
public final class PyToken extends PyObject {
    final PyContext context;
    final PyContextVar variable;

    /** The value before, or null for none. */
    final Object old;

    boolean used;

    PyToken(PyContext context, PyContextVar variable, Object old) {
        super(TokenType.TYPE);
        this.context = context;
        this.variable = variable;
        this.old = old;
    }
}
