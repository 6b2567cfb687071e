package org.jabiru.modules.contextvars;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Repr;

/** The methods of {@code contextvars.ContextVar}. */
@BuiltinType("_contextvars.ContextVar")
public final class ContextVarType {
    public static final PyType TYPE =
            PyType.builtin("_contextvars.ContextVar", ContextVarTypeTable::new, null).sealed();

    private ContextVarType() {}

    @Builtin(value = "__new__(cls, name, /, *, default=<unrepresentable>)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object name, Object missing) {
        TruffleString s = Str.valueOrNull(name);
        if (s == null) {
            throw Errors.typeError("context variable name must be a str");
        }
        Hashing.hash(name);
        return new PyContextVar(s, missing);
    }

    @Builtin(value = "name", kind = BuiltinKind.FIELD)
    static Object name(PyContextVar self) {
        return self.name;
    }

    @Builtin("get(self, default=<unrepresentable>, /)")
    static Object get(PyContextVar self, Object missing) {
        Object value = self.valueOrNull();
        value = value == null ? missing : value;
        value = value == null ? self.missing : value;
        if (value == null) {
            throw Errors.of(ExceptionTypes.LookupError, self);
        }
        return value;
    }

    @Builtin("set(self, value, /)")
    static Object set(PyContextVar self, Object value) {
        return self.set(value);
    }

    @Builtin("reset(self, token, /)")
    static void reset(PyContextVar self, Object token) {
        if (!(token instanceof PyToken t)) {
            throw Errors.typeError(
                    "expected an instance of Token, got %s", Str.java(Repr.repr(token)));
        }
        if (t.used) {
            throw Errors.runtimeError("%s has already been used once", Str.java(Repr.repr(t)));
        }
        if (t.variable != self) {
            throw Errors.valueError(
                    "%s was created by a different ContextVar", Str.java(Repr.repr(t)));
        }
        PyContext context = PyContext.current();
        if (t.context != context) {
            throw Errors.valueError(
                    "%s was created in a different Context", Str.java(Repr.repr(t)));
        }
        t.used = true;
        if (t.old == null) {
            context.values = context.values.without(self);
        } else {
            context.values = context.values.with(self, t.old);
        }
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = BuiltinKind.CLASS)
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyContextVar self) {
        StringBuilder out = new StringBuilder("<ContextVar name=");
        out.append(Str.java(Repr.repr(self.name)));
        if (self.missing != null) {
            out.append(" default=").append(Str.java(Repr.repr(self.missing)));
        }
        out.append(" at ").append(Identity.address(self));
        return Str.of(out.append('>').toString());
    }
}
