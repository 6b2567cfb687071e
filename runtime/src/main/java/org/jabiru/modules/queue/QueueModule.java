package org.jabiru.modules.queue;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** What {@code _queue} has. */
public final class QueueModule {
    private record State(PyType empty) {}

    private QueueModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        module.dict.put("SimpleQueue", SimpleQueueType.TYPE);
        module.dict.put("Empty", empty());
    }

    /** The exception {@code _queue.Empty}. */
    static PyType empty() {
        return PythonContext.get().state(State.class, QueueModule::create).empty();
    }

    private static State create() {
        PyDict namespace = new PyDict();
        namespace.put("__module__", Str.name("_queue"));
        namespace.put("__doc__", Str.of("Raised by get_nowait() when the queue is empty."));
        PyTuple bases = PyTuple.of(ExceptionTypes.Exception);
        return new State((PyType) Call.call(TypeType.TYPE, Str.name("Empty"), bases, namespace));
    }
}
