package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;

/** The methods of BaseException. */
@BuiltinType("BaseException")
public final class BaseExceptionType {
    private BaseExceptionType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        PyBaseException e = (PyBaseException) cls.factory.make(cls);
        e.args = PyTuple.of(args);
        return e;
    }

    @Builtin("__init__(self, /, *args)")
    static void init(PyBaseException self, Object[] args) {
        self.args = PyTuple.of(args);
    }

    @Builtin(value = "args", kind = BuiltinKind.GETTER)
    static Object args(PyBaseException self) {
        return self.args;
    }
}
