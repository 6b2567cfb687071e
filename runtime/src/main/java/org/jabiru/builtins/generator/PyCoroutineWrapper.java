package org.jabiru.builtins.generator;

import org.jabiru.object.PyObject;

/** What {@code coroutine.__await__()} returns: an iterator. */
public final class PyCoroutineWrapper extends PyObject {
    final PyCoroutine coroutine;

    PyCoroutineWrapper(PyCoroutine coroutine) {
        super(CoroutineWrapperType.TYPE);
        this.coroutine = coroutine;
    }
}
