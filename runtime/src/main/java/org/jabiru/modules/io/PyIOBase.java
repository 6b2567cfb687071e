package org.jabiru.modules.io;

import org.jabiru.builtins.object.EndsInOrder;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A stream; instances of Python classes that derive from {@code io.IOBase} are of this class. */
public class PyIOBase extends PyObject implements EndsInOrder {
    /** Whether {@code IOBase.close} ran. */
    boolean baseClosed;

    /** Whether the stream is being closed because nobody refers to it any more. */
    boolean finalizing;

    private final Finalizers queue = Finalizers.get();

    public PyIOBase(PyType type) {
        super(type);
    }

    @Override
    public int finalizationRank() {
        return 3;
    }

    /** A stream that was dropped is closed; see {@code PyFinalizable}. */
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        queue.add(this);
    }
}
