package org.jabiru.builtins.generator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Unraisable;

/**
 * One step of {@code yield from} or {@code await} (PEP 380).
 *
 * @param value what to yield, or the value of the whole expression
 * @param yielded whether it is to be yielded
 */
public record Delegation(Object value, boolean yielded) {

    /** What {@code yield from} iterates over. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object iterator(PySuspendable generator, Object iterable) {
        if (iterable instanceof PyCoroutine) {
            if (!generator.code.has(PyCode.CO_COROUTINE)
                    && !generator.code.has(PyCode.CO_ITERABLE_COROUTINE)) {
                throw Errors.typeError(
                        "cannot 'yield from' a coroutine object in a non-coroutine generator");
            }
            return iterable;
        }
        return iterable instanceof PyGenerator ? iterable : Iteration.iter(iterable);
    }

    /** Passes on what was sent into the generator, an exception included. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Delegation send(PySuspendable generator, Object iterator, Object sent) {
        generator.delegate = null;
        Delegation step =
                sent instanceof ThrowRequest t
                        ? raise(generator, iterator, t.exception())
                        : sendValue(iterator, sent);
        if (step.yielded) {
            generator.delegate = iterator;
        }
        return step;
    }

    private static Delegation sendValue(Object iterator, Object sent) {
        if (iterator instanceof PyGenerator || iterator instanceof PyCoroutine) {
            PySuspendable s = (PySuspendable) iterator;
            if (s.finished) {
                if (s instanceof PyCoroutine) {
                    throw Errors.runtimeError("cannot reuse already awaited coroutine");
                }
                return new Delegation(Singleton.NONE, false);
            }
            return step(s, s.send(sent));
        }
        try {
            if (sent == Singleton.NONE) {
                Object found = Types.of(iterator).special().next;
                if (found == null) {
                    throw Errors.typeError(
                            "'%s' object is not an iterator", Types.of(iterator).name());
                }
                return new Delegation(Call.callUnbound(found, iterator, new Object[0], null), true);
            }
            return new Delegation(Call.method(iterator, "send", sent), true);
        } catch (PyException e) {
            return ended(e);
        }
    }

    private static Delegation step(PySuspendable s, Object yielded) {
        return yielded != null ? new Delegation(yielded, true) : new Delegation(s.result, false);
    }

    /** The end of the iterator; its value is StopIteration's. */
    private static Delegation ended(PyException e) {
        if (e.is(ExceptionTypes.StopIteration)) {
            return new Delegation(stopValue(e.exception()), false);
        }
        throw e;
    }

    /** {@code StopIteration.value}. */
    static Object stopValue(PyBaseException stop) {
        return Attributes.get(stop, "value");
    }

    private static Delegation raise(PySuspendable generator, Object iterator, PyException e) {
        if (e.is(ExceptionTypes.GeneratorExit)) {
            generator.delegate = iterator;
            try {
                close(iterator);
            } finally {
                generator.delegate = null;
            }
            throw e;
        }
        if (iterator instanceof PyGenerator || iterator instanceof PyCoroutine) {
            PySuspendable s = (PySuspendable) iterator;
            try {
                return step(s, s.throwInto(e));
            } catch (PyException raised) {
                // It is thrown into the delegating body now, with what that one handles.
                raised.contextIsSet = PythonContext.get().threadState().handled == null;
                throw raised;
            }
        }
        Object method = Attributes.getOrNull(iterator, "throw");
        if (method == null) {
            throw e;
        }
        try {
            return new Delegation(Call.call(method, e.exception()), true);
        } catch (PyException raised) {
            return ended(raised);
        }
    }

    /** {@code iterator.close()}, if it has that method. */
    static void close(Object iterator) {
        Object method;
        try {
            method = Attributes.getOrNull(iterator, "close");
        } catch (PyException e) {
            Unraisable.report(e, null, iterator);
            return;
        }
        if (method != null) {
            Call.call(method);
        }
    }
}
