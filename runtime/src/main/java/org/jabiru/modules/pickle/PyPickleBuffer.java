package org.jabiru.modules.pickle;

import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.PyBuffer;

/** A {@code PickleBuffer}: an object's memory that may travel outside of the pickle (PEP 574). */
final class PyPickleBuffer extends PyObject implements BufferExporter {
    private final Object exporter;
    private PyBuffer view;

    PyPickleBuffer(PyType type, Object exporter) {
        super(type);
        this.exporter = exporter;
        this.view = Buffers.get(exporter, PyBuffer.FULL_RO);
    }

    PyBuffer view() {
        if (view == null) {
            throw Errors.valueError("operation forbidden on released PickleBuffer object");
        }
        return view;
    }

    void release() {
        if (view != null) {
            view.release();
            view = null;
        }
    }

    @Override
    public PyBuffer getBuffer(int flags) {
        view();
        return Buffers.get(exporter, flags);
    }
}
