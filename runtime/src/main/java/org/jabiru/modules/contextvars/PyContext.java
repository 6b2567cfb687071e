package org.jabiru.modules.contextvars;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.object.PyObject;

/** A {@code contextvars.Context}: values of context variables. */
public final class PyContext extends PyObject {
    final Map<PyContextVar, Object> values;

    /** The context to go back to, while this one is entered. */
    PyContext previous;

    boolean entered;

    PyContext(Map<PyContextVar, Object> values) {
        super(ContextType.TYPE);
        this.values = values;
    }

    /** A context without values. */
    public static PyContext empty() {
        return new PyContext(new LinkedHashMap<>());
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
        return new PyContext(new LinkedHashMap<>(values));
    }
}
