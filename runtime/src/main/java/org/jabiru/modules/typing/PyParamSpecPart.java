package org.jabiru.modules.typing;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** {@code P.args} or {@code P.kwargs}. */
final class PyParamSpecPart extends PyObject {
    final Object origin;

    PyParamSpecPart(PyType type, Object origin) {
        super(type);
        this.origin = origin;
    }
}
