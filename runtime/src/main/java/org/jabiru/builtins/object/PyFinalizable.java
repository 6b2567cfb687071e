package org.jabiru.builtins.object;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** An instance of a class with {@code __del__}. */
public final class PyFinalizable extends PyObject {
    private final Finalizers queue;
    private final int number;

    /** {@code id(self)} once it was asked for: {@code __del__} sees the same number. */
    long id;

    /** Whether {@code __del__} was called because of a death. */
    boolean finalized;

    public PyFinalizable(PyType type) {
        super(type);
        this.queue = Finalizers.get();
        this.number = queue.count();
    }

    /**
     * Hands the object to the thread that runs Python code. Unlike a Cleaner this keeps the object,
     * which {@code __del__} takes and may keep alive (PEP 442).
     */
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        queue.add(this, number);
    }
}
