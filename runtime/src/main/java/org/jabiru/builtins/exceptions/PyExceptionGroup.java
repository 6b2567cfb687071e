package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyType;

/** A BaseExceptionGroup or ExceptionGroup. */
public final class PyExceptionGroup extends PyBaseException {
    /** {@code message}. */
    public Object message;

    /** {@code exceptions}: never empty. */
    public PyTuple exceptions = PyTuple.EMPTY;

    public PyExceptionGroup(PyType type) {
        super(type);
    }

    @Override
    public void initialize(Object[] given, PyDict keywords) {
        // Everything is done by __new__.
        rejectKeywords(keywords);
    }
}
