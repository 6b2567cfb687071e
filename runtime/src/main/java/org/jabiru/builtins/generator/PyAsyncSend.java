package org.jabiru.builtins.generator;

import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** The awaitable of {@code __anext__()} and {@code asend(value)}. */
public final class PyAsyncSend extends PyObject implements Unawaited.Pending {
    private enum State {
        INITIAL,
        ITERATING,
        CLOSED
    }

    final PyAsyncGenerator generator;
    private final Object value;
    private State state = State.INITIAL;

    PyAsyncSend(PyAsyncGenerator generator, Object value) {
        super(AsyncSendType.TYPE);
        this.generator = generator;
        this.value = value;
        Unawaited.note(this);
    }

    @Override
    public boolean isPending() {
        return state == State.INITIAL;
    }

    private void begin() {
        if (state == State.CLOSED) {
            throw Errors.runtimeError("cannot reuse already awaited __anext__()/asend()");
        }
        if (state == State.INITIAL) {
            if (generator.operationRunning) {
                state = State.CLOSED;
                throw Errors.runtimeError("anext(): asynchronous generator is already running");
            }
            state = State.ITERATING;
        }
    }

    Object send(Object sent) {
        boolean first = state == State.INITIAL;
        begin();
        generator.operationRunning = true;
        return run(first && sent == Singleton.NONE ? value : sent, null);
    }

    Object throwInto(PyException e) {
        begin();
        generator.operationRunning = true;
        return run(null, e);
    }

    private Object run(Object sent, PyException e) {
        boolean done = false;
        try {
            Object out = generator.stepAndUnwrap(sent, e);
            done = true;
            return out;
        } finally {
            if (!done) {
                state = State.CLOSED;
            }
        }
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }
}
