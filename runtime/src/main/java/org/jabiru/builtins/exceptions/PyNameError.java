package org.jabiru.builtins.exceptions;

import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;

/** A NameError. */
public final class PyNameError extends PyBaseException {
    /** The name that was not found, or null. */
    public Object name;

    public PyNameError(PyType type) {
        super(type);
    }

    @Override
    public void initialize(Object[] given, PyDict keywords) {
        name = KeywordFields.read("NameError", keywords, List.of("name"))[0];
    }
}
