package org.jabiru.builtins.frame;

import org.jabiru.object.PyObject;

/** A function's {@code f_locals}: a mapping that reads and writes its variables (PEP 667). */
public final class PyFrameLocals extends PyObject {
    final PyFrame frame;

    PyFrameLocals(PyFrame frame) {
        super(FrameLocalsType.TYPE);
        this.frame = frame;
    }
}
