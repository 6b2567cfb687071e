package org.jabiru.modules.io;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.PyBuffer;

/** What {@code BytesIO.getbuffer} makes a memoryview of. */
final class PyBytesIOBuffer extends PyObject implements BufferExporter {
    static final PyType TYPE =
            PyType.builtin("_io._BytesIOBuffer", null, null).sealed().madeAtRunTime();

    private final PyBytesIO source;

    PyBytesIOBuffer(PyBytesIO source) {
        super(TYPE);
        this.source = source;
    }

    @Override
    public PyBuffer getBuffer(int flags) {
        PyBuffer view = PyBuffer.ofBytes(this, source.data, source.size, false, flags);
        source.exported(view);
        return view;
    }
}
