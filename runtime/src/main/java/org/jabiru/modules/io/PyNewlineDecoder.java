package org.jabiru.modules.io;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** An {@code io.IncrementalNewlineDecoder}: another decoder, and newlines. */
public final class PyNewlineDecoder extends PyObject {
    /** The decoder of bytes; None to decode str only; null before {@code __init__}. */
    Object decoder;

    NewlineDecoder newlines;

    public PyNewlineDecoder(PyType type) {
        super(type);
    }
}
