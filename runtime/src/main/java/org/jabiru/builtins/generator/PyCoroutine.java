package org.jabiru.builtins.generator;

import org.jabiru.builtins.code.PyCode;

/** What a call of an {@code async def} function makes. */
public final class PyCoroutine extends PySuspendable {
    PyCoroutine(PyCode code, Object[] arguments) {
        super(CoroutineType.TYPE, code, arguments);
    }

    @Override
    String kind() {
        return "coroutine";
    }
}
