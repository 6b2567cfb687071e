package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** The methods of ImportError. */
@BuiltinType("ImportError")
final class ImportErrorType {
    private ImportErrorType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyImportError self, Object[] args, PyDict keywords) {
        self.args = PyTuple.of(args);
        self.initialize(args, keywords);
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyImportError self) {
        TruffleString message = self.message instanceof TruffleString s ? s : null;
        return message != null ? message : BaseExceptionType.str(self);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyImportError self) {
        PyDict state = new PyDict();
        state.copyFrom(Attributes.instanceDict(self));
        put(state, "name", self.name);
        put(state, "path", self.path);
        put(state, "name_from", self.nameFrom);
        return state.size() == 0
                ? new PyTuple(self.type(), self.args)
                : new PyTuple(self.type(), self.args, state);
    }

    private static void put(PyDict state, String name, Object value) {
        if (value != null) {
            state.put(Str.name(name), value);
        }
    }

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin(value = "msg", kind = BuiltinKind.FIELD, doc = "exception message")
    static Object message(PyImportError self) {
        return orNone(self.message);
    }

    @Builtin(value = "msg", kind = BuiltinKind.SETTER)
    static void setMessage(PyImportError self, Object value) {
        self.message = value;
    }

    @Builtin(value = "name", kind = BuiltinKind.FIELD, doc = "module name")
    static Object name(PyImportError self) {
        return orNone(self.name);
    }

    @Builtin(value = "name", kind = BuiltinKind.SETTER)
    static void setName(PyImportError self, Object value) {
        self.name = value;
    }

    @Builtin(value = "path", kind = BuiltinKind.FIELD, doc = "module path")
    static Object path(PyImportError self) {
        return orNone(self.path);
    }

    @Builtin(value = "path", kind = BuiltinKind.SETTER)
    static void setPath(PyImportError self, Object value) {
        self.path = value;
    }

    @Builtin(value = "name_from", kind = BuiltinKind.FIELD, doc = "name imported from module")
    static Object nameFrom(PyImportError self) {
        return orNone(self.nameFrom);
    }

    @Builtin(value = "name_from", kind = BuiltinKind.SETTER)
    static void setNameFrom(PyImportError self, Object value) {
        self.nameFrom = value;
    }
}
