package org.jabiru.modules.io;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A stream; instances of Python classes that derive from {@code io.IOBase} are of this class. */
public class PyIOBase extends PyObject {
    /** Whether {@code IOBase.close} ran. */
    boolean baseClosed;

    public PyIOBase(PyType type) {
        super(type);
    }
}
