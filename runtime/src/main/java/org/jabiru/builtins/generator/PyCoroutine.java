package org.jabiru.builtins.generator;

import org.jabiru.builtins.code.PyCode;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** What a call of an {@code async def} function makes. */
public final class PyCoroutine extends PySuspendable {
    /** {@code cr_origin}, or None. */
    final Object origin;

    PyCoroutine(PyCode code, Object[] arguments) {
        super(CoroutineType.TYPE, code, arguments);
        this.origin = Unawaited.origin();
        Unawaited.note(this);
    }

    @Override
    public boolean isPending() {
        return isUnawaited() || super.isPending();
    }

    /** Whether its body has never run. */
    boolean isUnawaited() {
        return !started;
    }

    @Override
    public void warnWhenUnawaited() {
        if (isUnawaited()) {
            Unawaited.warn(this);
        }
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
