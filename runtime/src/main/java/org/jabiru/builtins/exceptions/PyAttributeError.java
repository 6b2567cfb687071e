package org.jabiru.builtins.exceptions;

import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;

/** An AttributeError. */
public final class PyAttributeError extends PyBaseException {
    /** The name that was looked up, or null. */
    public Object name;

    /** The object it was looked up on, or null. */
    public Object object;

    public PyAttributeError(PyType type) {
        super(type);
    }

    @Override
    public void initialize(Object[] given, PyDict keywords) {
        Object[] fields = KeywordFields.read("AttributeError", keywords, List.of("name", "obj"));
        name = fields[0];
        object = fields[1];
    }
}
