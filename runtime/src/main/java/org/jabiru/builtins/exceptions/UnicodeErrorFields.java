package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Singleton;

/** What UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError have in common. */
@BuiltinType("UnicodeError")
final class UnicodeErrorFields {
    private UnicodeErrorFields() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyUnicodeError self, Object[] args, PyDict keywords) {
        self.args = PyTuple.of(args);
        self.initialize(args, keywords);
    }

    @Builtin(value = "encoding", kind = BuiltinKind.FIELD, doc = "exception encoding")
    static Object encoding(PyUnicodeError self) {
        return self.encoding == null ? Singleton.NONE : self.encoding;
    }

    @Builtin(value = "encoding", kind = BuiltinKind.SETTER)
    static void setEncoding(PyUnicodeError self, Object value) {
        self.encoding = value;
    }

    @Builtin(value = "object", kind = BuiltinKind.FIELD, doc = "exception object")
    static Object object(PyUnicodeError self) {
        return self.object == null ? Singleton.NONE : self.object;
    }

    @Builtin(value = "object", kind = BuiltinKind.SETTER)
    static void setObject(PyUnicodeError self, Object value) {
        self.object = value;
    }

    @Builtin(value = "start", kind = BuiltinKind.FIELD, doc = "exception start")
    static long start(PyUnicodeError self) {
        return self.start;
    }

    @Builtin(value = "start", kind = BuiltinKind.SETTER)
    static void setStart(PyUnicodeError self, Object value) {
        self.start = Args.toLong(value);
    }

    @Builtin(value = "end", kind = BuiltinKind.FIELD, doc = "exception end")
    static long end(PyUnicodeError self) {
        return self.end;
    }

    @Builtin(value = "end", kind = BuiltinKind.SETTER)
    static void setEnd(PyUnicodeError self, Object value) {
        self.end = Args.toLong(value);
    }

    @Builtin(value = "reason", kind = BuiltinKind.FIELD, doc = "exception reason")
    static Object reason(PyUnicodeError self) {
        return self.reason == null ? Singleton.NONE : self.reason;
    }

    @Builtin(value = "reason", kind = BuiltinKind.SETTER)
    static void setReason(PyUnicodeError self, Object value) {
        self.reason = value;
    }
}
