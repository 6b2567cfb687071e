package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** A StopIteration. */
public final class PyStopIteration extends PyBaseException {
    /** What the generator or iterator returned. */
    public Object value = Singleton.NONE;

    public PyStopIteration(PyType type) {
        super(type);
    }

    @Override
    public void initialize(Object[] given, PyDict keywords) {
        rejectKeywords(keywords);
        value = given.length == 0 ? Singleton.NONE : given[0];
    }
}
