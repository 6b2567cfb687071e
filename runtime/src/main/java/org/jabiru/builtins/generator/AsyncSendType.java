package org.jabiru.builtins.generator;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of {@link PyAsyncSend}. */
@BuiltinType("async_generator_asend")
public final class AsyncSendType {
    public static final PyType TYPE =
            PyType.builtin("async_generator_asend", AsyncSendTypeTable::new, null).sealed();

    private AsyncSendType() {}

    @Builtin("__del__(self, /)")
    static void finalizer(PyAsyncSend self) {
        if (self.isPending()) {
            Unawaited.warn(self.generator, "asend", self);
        }
    }

    @Builtin("__await__(self, /)")
    static Object await(PyAsyncSend self) {
        return self;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyAsyncSend self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyAsyncSend self) {
        return self.send(Singleton.NONE);
    }

    @Builtin("send(self, value, /)")
    static Object send(PyAsyncSend self, Object value) {
        return self.send(value);
    }

    @Builtin("throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)")
    static Object throwInto(PyAsyncSend self, Object type, Object value, Object traceback) {
        return self.throwInto(Throwing.exception(type, value, traceback));
    }

    @Builtin("close(self, /)")
    static void close(PyAsyncSend self) {
        if (self.isClosed()) {
            return;
        }
        try {
            self.throwInto(Errors.of(ExceptionTypes.GeneratorExit));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.StopIteration)
                    || e.is(ExceptionTypes.StopAsyncIteration)
                    || e.is(ExceptionTypes.GeneratorExit)) {
                return;
            }
            throw e;
        }
        throw Errors.runtimeError("coroutine ignored GeneratorExit");
    }
}
