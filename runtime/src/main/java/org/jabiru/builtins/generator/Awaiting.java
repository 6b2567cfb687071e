package org.jabiru.builtins.generator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;

/** The await expression, {@code async for} and what an asynchronous generator yields. */
public final class Awaiting {
    private Awaiting() {}

    /** The iterator that {@code await} runs. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object iterator(Object awaitable) {
        return iterator(awaitable, 0);
    }

    /**
     * As {@link #iterator(Object)}.
     *
     * @param method 1 for what {@code __aenter__} returned, 2 for {@code __aexit__}, else 0
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object iterator(Object awaitable, int method) {
        if (awaitable instanceof PyCoroutine c) {
            if (c.delegate != null && !c.running) {
                throw Errors.runtimeError("coroutine is being awaited already");
            }
            return c;
        }
        if (awaitable instanceof PyGenerator g && g.code.has(PyCode.CO_ITERABLE_COROUTINE)) {
            return g;
        }
        Object found = Types.of(awaitable).lookup("__await__");
        if (found == null && method != 0) {
            throw Errors.typeError(
                    "'async with' received an object from %s that does not implement __await__:"
                            + " %s",
                    method == 1 ? "__aenter__" : "__aexit__", Types.of(awaitable).name());
        }
        if (found == null) {
            throw Errors.typeError("'%s' object can't be awaited", Types.of(awaitable).name());
        }
        Object iterator = Call.callUnbound(found, awaitable, new Object[0], null);
        if (iterator instanceof PyCoroutine
                || iterator instanceof PyGenerator g && g.code.has(PyCode.CO_ITERABLE_COROUTINE)) {
            throw Errors.typeError("__await__() returned a coroutine");
        }
        if (Types.of(iterator).special().next == null) {
            throw Errors.typeError(
                    "__await__() returned non-iterator of type '%s'", Types.of(iterator).name());
        }
        return iterator;
    }

    /** A value on its way out of an asynchronous generator, as opposed to out of an await. */
    public static Object wrapYield(Object value) {
        return new AsyncYield(value);
    }

    /** {@code aiter(o)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object aiter(Object o) {
        Object found = Types.of(o).lookup("__aiter__");
        if (found == null) {
            throw Errors.typeError(
                    "'async for' requires an object with __aiter__ method, got %s",
                    Types.of(o).name());
        }
        Object iterator = Call.callUnbound(found, o, new Object[0], null);
        if (Types.of(iterator).lookup("__anext__") == null) {
            throw Errors.typeError(
                    "'async for' received an object from __aiter__ that does not implement"
                            + " __anext__: %s",
                    Types.of(iterator).name());
        }
        return iterator;
    }

    /** The iterator to await for the next item. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object anext(Object iterator) {
        Object found = Types.of(iterator).lookup("__anext__");
        if (found == null) {
            throw Errors.typeError(
                    "'async for' requires an iterator with __anext__ method, got %s",
                    Types.of(iterator).name());
        }
        Object next = Call.callUnbound(found, iterator, new Object[0], null);
        try {
            return iterator(next);
        } catch (PyException e) {
            PyException made =
                    Errors.typeError(
                            "'async for' received an invalid object from __anext__: %s",
                            Types.of(next).name());
            made.exception().cause = e.exception();
            made.exception().context = e.exception();
            made.exception().suppressContext = true;
            made.contextIsSet = true;
            throw made;
        }
    }
}
