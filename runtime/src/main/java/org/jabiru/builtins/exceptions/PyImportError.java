package org.jabiru.builtins.exceptions;

import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;

/** An ImportError; attributes that were not given are null. */
public final class PyImportError extends PyBaseException {
    public Object message;
    public Object name;
    public Object path;
    public Object nameFrom;

    public PyImportError(PyType type) {
        super(type);
    }

    @Override
    public void initialize(Object[] given, PyDict keywords) {
        Object[] fields =
                KeywordFields.read("ImportError", keywords, List.of("name", "path", "name_from"));
        name = fields[0];
        path = fields[1];
        nameFrom = fields[2];
        message = given.length == 1 ? given[0] : null;
    }
}
