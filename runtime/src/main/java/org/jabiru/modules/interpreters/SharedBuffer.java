package org.jabiru.modules.interpreters;

import java.lang.ref.Cleaner;
import org.jabiru.PythonContext;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.builtins.object.SafePoint;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.PyBuffer;

/** The memory of an object, on its way to another interpreter, which will see the same memory. */
final class SharedBuffer implements SharedData {
    /** {@code _interpreters.CrossInterpreterBufferView}. */
    static final PyType TYPE =
            PyType.builtin("_interpreters.CrossInterpreterBufferView", null, null).madeAtRunTime();

    /** One that {@code __buffer__} of others is asked of; it keeps the memory. */
    private static final class View extends PyObject implements BufferExporter {
        private final PyBuffer buffer;

        View(PyBuffer buffer) {
            super(TYPE);
            this.buffer = buffer;
        }

        @Override
        public PyBuffer getBuffer(int flags) {
            return buffer.ownedBy(this);
        }
    }

    /** Ends the views of the process that nobody uses any more; see {@link Releases}. */
    private record Cleaning(Cleaner cleaner) {}

    private final PythonContext owner;
    private final PyBuffer buffer;

    private SharedBuffer(PythonContext owner, PyBuffer buffer) {
        this.owner = owner;
        this.buffer = buffer;
    }

    static SharedData of(PyMemoryView view) {
        return new SharedBuffer(PythonContext.get(), Buffers.get(view, PyBuffer.FULL_RO));
    }

    @Override
    public Object newObject() {
        View view = new View(buffer);
        Cleaner cleaner =
                owner.mainInterpreter
                        .state(Cleaning.class, () -> new Cleaning(Cleaner.create()))
                        .cleaner();
        PyBuffer released = buffer;
        SafePoint releasing = new SafePoint(owner, released::release);
        cleaner.register(view, releasing::request);
        return new PyMemoryView(Buffers.get(view, PyBuffer.FULL_RO));
    }
}
