package org.jabiru.builtins.generator;

import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;

/** An asynchronous generator iterator (PEP 525). */
public final class PyAsyncGenerator extends PySuspendable {
    /** Whether an asend, athrow or aclose is under way. */
    boolean operationRunning;

    /** Whether it ended, or is being closed. */
    boolean closed;

    private boolean hooksCalled;

    /** What is to close it when it dies, or null. */
    private Object finalizerHook;

    PyAsyncGenerator(PyCode code, Object[] arguments) {
        super(AsyncGeneratorType.TYPE, code, arguments);
    }

    @Override
    String kind() {
        return "async generator";
    }

    /** {@code sys.set_asyncgen_hooks(firstiter=...)}. */
    void callFirstIterationHook() {
        if (!hooksCalled) {
            hooksCalled = true;
            ThreadState thread = PythonContext.get().threadState();
            if (thread.asyncGenFinalizer != Singleton.NONE) {
                finalizerHook = thread.asyncGenFinalizer;
                Finalizers.watch(this);
            }
            Object hook = thread.asyncGenFirstIter;
            if (hook != Singleton.NONE && hook != null) {
                Call.call(hook, this);
            }
        }
    }

    /** {@code __del__}: has the hook of the event loop close it. */
    void callFinalizerHook() {
        Object hook = finalizerHook;
        if (hook != null && !finished && !closed) {
            finalizerHook = null;
            try {
                Call.call(hook, this);
            } catch (PyException e) {
                Unawaited.report(e, this);
            }
        }
    }

    /** Sends into the body or raises there: what it yields, StopAsyncIteration at its end. */
    Object step(Object value, PyException thrown) {
        Object yielded;
        if (finished) {
            if (thrown != null) {
                throw thrown;
            }
            yielded = null;
        } else {
            yielded = thrown != null ? throwInto(thrown) : send(value);
        }
        if (yielded == null) {
            throw Errors.of(ExceptionTypes.StopAsyncIteration);
        }
        return yielded;
    }

    /**
     * As {@link #step}: what an await in the body passes on is returned, an item that it yields
     * ends the operation with StopIteration.
     */
    Object stepAndUnwrap(Object value, PyException thrown) {
        Object out;
        try {
            out = step(value, thrown);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.StopAsyncIteration) || e.is(ExceptionTypes.GeneratorExit)) {
                closed = true;
            }
            operationRunning = false;
            throw e;
        }
        if (out instanceof AsyncYield item) {
            operationRunning = false;
            throw Errors.stopIteration(item.value());
        }
        return out;
    }
}
