package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Singleton;

/** The methods of StopIteration. */
@BuiltinType("StopIteration")
final class StopIterationType {
    private StopIterationType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyStopIteration self, Object[] args, PyDict keywords) {
        self.initialize(args, keywords);
        self.args = PyTuple.of(args);
    }

    @Builtin(value = "value", kind = BuiltinKind.FIELD, doc = "generator return value")
    static Object value(PyStopIteration self) {
        return self.value;
    }

    @Builtin(value = "value", kind = BuiltinKind.SETTER)
    static void setValue(PyStopIteration self, Object value) {
        self.value = value == null ? Singleton.NONE : value;
    }
}
