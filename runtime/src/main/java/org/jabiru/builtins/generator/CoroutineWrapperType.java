package org.jabiru.builtins.generator;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of {@link PyCoroutineWrapper}. */
@BuiltinType("coroutine_wrapper")
public final class CoroutineWrapperType {
    public static final PyType TYPE =
            PyType.builtin("coroutine_wrapper", CoroutineWrapperTypeTable::new, null).sealed();

    private CoroutineWrapperType() {}

    @Builtin("__iter__(self, /)")
    static Object iter(PyCoroutineWrapper self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyCoroutineWrapper self) {
        return self.coroutine.sendOrStop(Singleton.NONE);
    }

    @Builtin("send(self, value, /)")
    static Object send(PyCoroutineWrapper self, Object value) {
        return self.coroutine.sendOrStop(value);
    }

    @Builtin("throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)")
    static Object throwInto(PyCoroutineWrapper self, Object type, Object value, Object traceback) {
        return CoroutineType.throwInto(self.coroutine, type, value, traceback);
    }

    @Builtin("close(self, /)")
    static Object close(PyCoroutineWrapper self) {
        return self.coroutine.close();
    }
}
