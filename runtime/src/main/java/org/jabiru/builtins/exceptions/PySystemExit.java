package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** A SystemExit. */
public final class PySystemExit extends PyBaseException {
    /** The exit status: None, an int, or a message. */
    public Object code = Singleton.NONE;

    public PySystemExit(PyType type) {
        super(type);
    }

    @Override
    public void initialize(Object[] given, PyDict keywords) {
        rejectKeywords(keywords);
        code =
                switch (given.length) {
                    case 0 -> Singleton.NONE;
                    case 1 -> given[0];
                    default -> PyTuple.of(given);
                };
    }
}
