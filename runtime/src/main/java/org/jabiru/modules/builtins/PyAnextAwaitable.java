package org.jabiru.modules.builtins;

import org.jabiru.object.PyObject;

/** What {@code anext(iterator, default)} returns. */
final class PyAnextAwaitable extends PyObject {
    final Object wrapped;
    final Object fallback;

    PyAnextAwaitable(Object wrapped, Object fallback) {
        super(AnextAwaitableType.TYPE);
        this.wrapped = wrapped;
        this.fallback = fallback;
    }
}
