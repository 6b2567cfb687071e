package org.jabiru.modules.builtins;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.generator.Awaiting;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;

/** The methods of {@link PyAnextAwaitable}: StopAsyncIteration becomes the default value. */
@BuiltinType("anext_awaitable")
final class AnextAwaitableType {
    static final PyType TYPE =
            PyType.builtin("anext_awaitable", AnextAwaitableTypeTable::new, null).sealed();

    private AnextAwaitableType() {}

    /** The iterator behind the wrapped awaitable, as await finds it. */
    private static Object iterator(PyAnextAwaitable self) {
        return Awaiting.iterator(self.wrapped);
    }

    private static PyException ended(PyAnextAwaitable self, PyException e) {
        return e.is(ExceptionTypes.StopAsyncIteration) ? Errors.stopIteration(self.fallback) : e;
    }

    @Builtin("__await__(self, /)")
    static Object await(PyAnextAwaitable self) {
        return self;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyAnextAwaitable self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyAnextAwaitable self) {
        return send(self, Singleton.NONE);
    }

    @Builtin("send(self, object, /)")
    static Object send(PyAnextAwaitable self, Object value) {
        try {
            Object iterator = iterator(self);
            boolean isNext = value == Singleton.NONE && Types.of(iterator).special().next != null;
            return isNext
                    ? Call.specialOrNull(iterator, "__next__")
                    : Call.method(iterator, "send", value);
        } catch (PyException e) {
            throw ended(self, e);
        }
    }

    @Builtin("throw(self, /, *args)")
    static Object throwInto(PyAnextAwaitable self, Object[] args) {
        try {
            return Call.method(iterator(self), "throw", args);
        } catch (PyException e) {
            throw ended(self, e);
        }
    }

    @Builtin("close(self, /)")
    static Object close(PyAnextAwaitable self) {
        return Call.method(iterator(self), "close");
    }
}
