package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Singleton;

/** The methods of NameError. */
@BuiltinType("NameError")
final class NameErrorType {
    private NameErrorType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyNameError self, Object[] args, PyDict keywords) {
        self.args = PyTuple.of(args);
        self.initialize(args, keywords);
    }

    @Builtin(value = "name", kind = BuiltinKind.FIELD, doc = "name")
    static Object name(PyNameError self) {
        return self.name == null ? Singleton.NONE : self.name;
    }

    @Builtin(value = "name", kind = BuiltinKind.SETTER)
    static void setName(PyNameError self, Object value) {
        self.name = value;
    }
}
