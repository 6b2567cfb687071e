package org.jabiru.builtins.generator;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** The awaitable of {@code athrow(...)} and {@code aclose()}. */
public final class PyAsyncThrow extends PyObject implements Unawaited.Pending {
    private enum State {
        INITIAL,
        ITERATING,
        CLOSED
    }

    final PyAsyncGenerator generator;

    /** The arguments of athrow; null for aclose. */
    private final Object[] args;

    private State state = State.INITIAL;

    PyAsyncThrow(PyAsyncGenerator generator, Object[] args) {
        super(AsyncThrowType.TYPE);
        this.generator = generator;
        this.args = args;
        Unawaited.note(this);
    }

    @Override
    public boolean isPending() {
        return state == State.INITIAL;
    }

    String method() {
        return args == null ? "aclose" : "athrow";
    }

    private String operation() {
        return args == null ? "aclose()" : "athrow()";
    }

    private void checkReuse() {
        if (state == State.CLOSED) {
            throw Errors.runtimeError("cannot reuse already awaited aclose()/athrow()");
        }
    }

    private void checkRunning() {
        if (generator.operationRunning) {
            state = State.CLOSED;
            throw Errors.runtimeError("%s: asynchronous generator is already running", operation());
        }
    }

    Object send(Object sent) {
        checkReuse();
        if (generator.finished) {
            state = State.CLOSED;
            throw Errors.of(ExceptionTypes.StopIteration);
        }
        if (state == State.INITIAL) {
            checkRunning();
            if (generator.closed) {
                state = State.CLOSED;
                throw Errors.of(ExceptionTypes.StopAsyncIteration);
            }
            if (sent != Singleton.NONE) {
                throw Errors.runtimeError("can't send non-None value to a just-started coroutine");
            }
            state = State.ITERATING;
            generator.operationRunning = true;
            return start();
        }
        return run(sent, null);
    }

    private Object start() {
        if (args == null) {
            generator.closed = true;
            return run(null, Errors.of(ExceptionTypes.GeneratorExit));
        }
        PyException e;
        try {
            e = Throwing.make(args[0], args[1], args[2]);
        } catch (PyException wrong) {
            generator.operationRunning = false;
            state = State.CLOSED;
            throw wrong;
        }
        return run(null, e);
    }

    Object throwInto(PyException e) {
        checkReuse();
        if (state == State.INITIAL) {
            checkRunning();
            state = State.ITERATING;
            generator.operationRunning = true;
        }
        return run(null, e);
    }

    private Object run(Object sent, PyException thrown) {
        try {
            Object out =
                    args == null
                            ? generator.step(sent, thrown)
                            : generator.stepAndUnwrap(sent, thrown);
            if (out instanceof AsyncYield) {
                generator.operationRunning = false;
                state = State.CLOSED;
                throw Errors.runtimeError("async generator ignored GeneratorExit");
            }
            return out;
        } catch (PyException e) {
            generator.operationRunning = false;
            state = State.CLOSED;
            boolean end =
                    e.is(ExceptionTypes.StopAsyncIteration) || e.is(ExceptionTypes.GeneratorExit);
            if (end && args == null) {
                throw Errors.of(ExceptionTypes.StopIteration);
            }
            throw e;
        }
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }
}
