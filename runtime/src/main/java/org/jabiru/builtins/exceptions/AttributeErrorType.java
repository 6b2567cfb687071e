package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** The methods of AttributeError. */
@BuiltinType("AttributeError")
final class AttributeErrorType {
    private AttributeErrorType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyAttributeError self, Object[] args, PyDict keywords) {
        self.args = PyTuple.of(args);
        self.initialize(args, keywords);
    }

    /** The object itself is left out: it may well be impossible to pickle. */
    @Builtin("__getstate__(self, /)")
    static Object getState(PyAttributeError self) {
        PyDict state = new PyDict();
        state.copyFrom(Attributes.instanceDict(self));
        if (self.name != null) {
            state.put(Str.name("name"), self.name);
            state.put(Str.name("args"), self.args);
        }
        return state.size() == 0 ? Singleton.NONE : state;
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyAttributeError self) {
        return new PyTuple(self.type(), self.args, getState(self));
    }

    @Builtin(value = "name", kind = BuiltinKind.FIELD, doc = "attribute name")
    static Object name(PyAttributeError self) {
        return self.name == null ? Singleton.NONE : self.name;
    }

    @Builtin(value = "name", kind = BuiltinKind.SETTER)
    static void setName(PyAttributeError self, Object value) {
        self.name = value;
    }

    @Builtin(value = "obj", kind = BuiltinKind.FIELD, doc = "object")
    static Object object(PyAttributeError self) {
        return self.object == null ? Singleton.NONE : self.object;
    }

    @Builtin(value = "obj", kind = BuiltinKind.SETTER)
    static void setObject(PyAttributeError self, Object value) {
        self.object = value;
    }
}
