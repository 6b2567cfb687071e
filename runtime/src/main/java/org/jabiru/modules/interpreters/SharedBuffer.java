package org.jabiru.modules.interpreters;

import java.util.concurrent.atomic.AtomicInteger;
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

    /** The object that exports the memory in the interpreter that it came to. */
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

    /** The buffer, given back to its interpreter when neither this nor a view needs it. */
    private static final class Lease implements Runnable {
        private final AtomicInteger users = new AtomicInteger(1);
        private final SafePoint giveBack;

        Lease(PythonContext owner, PyBuffer buffer) {
            giveBack = new SafePoint(owner, buffer::release);
        }

        @Override
        public void run() {
            if (users.decrementAndGet() == 0) {
                giveBack.request();
            }
        }
    }

    private final PyBuffer buffer;
    private final Lease lease;

    private SharedBuffer(PyBuffer buffer) {
        this.buffer = buffer;
        this.lease = new Lease(PythonContext.get(), buffer);
    }

    static SharedData of(PyMemoryView view) {
        return new SharedBuffer(Buffers.get(view, PyBuffer.FULL_RO));
    }

    @Override
    public Object newObject() {
        View view = new View(buffer);
        lease.users.incrementAndGet();
        Interpreters.get().cleaner().register(view, lease);
        return new PyMemoryView(Buffers.get(view, PyBuffer.FULL_RO));
    }

    @Override
    public void release() {
        lease.run();
    }
}
