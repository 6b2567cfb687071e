package org.jabiru.builtins.module;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A module object. */
public final class PyModule extends PyObject {
    /** {@code __dict__}. */
    public final PyDict dict = new PyDict();

    public PyModule(PyType type) {
        super(type);
    }

    public PyModule() {
        super(ModuleType.TYPE);
    }
}
