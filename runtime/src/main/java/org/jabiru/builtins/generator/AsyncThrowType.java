package org.jabiru.builtins.generator;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of {@link PyAsyncThrow}. */
@BuiltinType("async_generator_athrow")
public final class AsyncThrowType {
    public static final PyType TYPE =
            PyType.builtin("async_generator_athrow", AsyncThrowTypeTable::new, null).sealed();

    private AsyncThrowType() {}

    @Builtin("__del__(self, /)")
    static void finalizer(PyAsyncThrow self) {
        if (self.isPending()) {
            Unawaited.warn(self.generator, self.method(), self);
        }
    }

    @Builtin("__await__(self, /)")
    static Object await(PyAsyncThrow self) {
        return self;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyAsyncThrow self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyAsyncThrow self) {
        return self.send(Singleton.NONE);
    }

    @Builtin("send(self, value, /)")
    static Object send(PyAsyncThrow self, Object value) {
        return self.send(value);
    }

    @Builtin("throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)")
    static Object throwInto(PyAsyncThrow self, Object type, Object value, Object traceback) {
        return self.throwInto(Throwing.exception(type, value, traceback));
    }

    @Builtin("close(self, /)")
    static void close(PyAsyncThrow self) {
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
