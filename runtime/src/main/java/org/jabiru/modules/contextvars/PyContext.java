package org.jabiru.modules.contextvars;

import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.object.PyObject;

/** A {@code contextvars.Context}: values of context variables. */
public final class PyContext extends PyObject {
    PersistentMap values;

    /** The context to go back to, while this one is entered. */
    PyContext previous;

    boolean entered;

    PyContext(PersistentMap values) {
        super(ContextType.TYPE);
        this.values = values;
    }

    /** A context without values. */
    public static PyContext empty() {
        return new PyContext(PersistentMap.EMPTY);
    }

    /** The current thread's context. */
    public static PyContext current() {
        ThreadState thread = PythonContext.get().threadState();
        if (thread.contextVariables == null) {
            thread.contextVariables = empty();
        }
        return thread.contextVariables;
    }

    /** A copy with the same values. */
    public PyContext copy() {
        return new PyContext(values);
    }
}
