package org.jabiru.builtins.object;

import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.HiddenKey;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/**
 * Notices the death of an object whose Java class does not: the two keep each other, so they become
 * unreachable together.
 */
final class Testament {
    private static final HiddenKey KEY = new HiddenKey("__del__");

    private final PyObject owner;
    private final Finalizers queue;
    private final int number;
    private boolean executed;

    private Testament(PyObject owner, Finalizers queue) {
        this.owner = owner;
        this.queue = queue;
        this.number = owner instanceof EndsInOrder ? 0 : queue.count();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        queue.add(owner, number);
    }

    static void write(PyObject o, Finalizers queue) {
        DynamicObjectLibrary objects = DynamicObjectLibrary.getUncached();
        if (objects.containsKey(o, KEY)) {
            return;
        }
        objects.put(o, KEY, new Testament(o, queue));
    }

    /** {@code __del__} is called now. */
    static void execute(PyObject o) {
        Object found = DynamicObjectLibrary.getUncached().getOrDefault(o, KEY, null);
        if (found instanceof Testament t) {
            t.executed = true;
        }
    }

    static boolean isExecuted(PyObject o) {
        Object found = DynamicObjectLibrary.getUncached().getOrDefault(o, KEY, null);
        return found instanceof Testament t && t.executed;
    }

    /**
     * Makes instances of a class with {@code __del__} whose instances have a layout of their own.
     */
    record Factory(PyType.Factory base) implements PyType.Factory {
        @Override
        public Object make(PyType type) {
            Object made = base.make(type);
            if (made instanceof PyObject o) {
                write(o, Finalizers.get());
            }
            return made;
        }
    }
}
