package org.jabiru.builtins.memoryview;

import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;

/** The iterator over the items of a memoryview. */
public final class PyMemoryIterator extends PyObject implements JavaIterator {
    /** Null when exhausted. */
    private PyMemoryView view;

    private long index;
    private final long length;

    PyMemoryIterator(PyMemoryView view) {
        super(MemoryIteratorType.TYPE);
        this.view = view;
        this.length = view.buffer().shape[0];
    }

    @Override
    public Object next() {
        if (view == null) {
            return null;
        }
        if (index >= length) {
            view = null;
            return null;
        }
        return MemoryViewItems.getItem(view, index++);
    }
}
