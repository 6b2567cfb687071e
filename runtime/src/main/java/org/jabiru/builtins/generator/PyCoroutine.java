package org.jabiru.builtins.generator;

import org.jabiru.builtins.code.PyCode;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** What a call of an {@code async def} function makes. */
public final class PyCoroutine extends PySuspendable {
    PyCoroutine(PyCode code, Object[] arguments) {
        super(CoroutineType.TYPE, code, arguments);
    }

    @Override
    String kind() {
        return "coroutine";
    }

    @Override
    PyException ended() {
        return Errors.runtimeError("cannot reuse already awaited coroutine");
    }
}
