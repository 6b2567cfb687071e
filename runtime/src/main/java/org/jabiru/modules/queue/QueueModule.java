package org.jabiru.modules.queue;

import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.PyType;

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
        String doc = "Exception raised by Queue.get(block=0)/get_nowait().";
        return new State(NewException.documented("_queue", "Empty", doc, ExceptionTypes.Exception));
    }
}
