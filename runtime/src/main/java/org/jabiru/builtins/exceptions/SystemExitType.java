package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Singleton;

/** The methods of SystemExit. */
@BuiltinType("SystemExit")
final class SystemExitType {
    private SystemExitType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PySystemExit self, Object[] args, PyDict keywords) {
        self.initialize(args, keywords);
        self.args = PyTuple.of(args);
    }

    @Builtin(value = "code", kind = BuiltinKind.FIELD, doc = "exception code")
    static Object code(PySystemExit self) {
        return self.code;
    }

    @Builtin(value = "code", kind = BuiltinKind.SETTER)
    static void setCode(PySystemExit self, Object value) {
        self.code = value == null ? Singleton.NONE : value;
    }
}
