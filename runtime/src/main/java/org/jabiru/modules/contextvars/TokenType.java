package org.jabiru.modules.contextvars;

import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** The methods of {@code contextvars.Token}. */
@BuiltinType(value = "_contextvars.Token", signature = "none")
public final class TokenType {
    public static final PyType TYPE =
            PyType.builtin("_contextvars.Token", TokenTypeTable::new, null).sealed();

    /** {@code Token.MISSING}. */
    static final PyObject MISSING = new PyObject(MissingType.TYPE);

    private TokenType() {}

    @Builtin(value = "__new__(cls, /, *args)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args) {
        throw Errors.runtimeError("Tokens can only be created by ContextVars");
    }

    @Builtin(value = "var", kind = BuiltinKind.GETTER)
    static Object variable(PyToken self) {
        return self.variable;
    }

    @Builtin(value = "old_value", kind = BuiltinKind.GETTER)
    static Object oldValue(PyToken self) {
        return self.old == null ? MISSING : self.old;
    }

    @Builtin("__enter__(self, /)")
    static Object enter(PyToken self) {
        return self;
    }

    @Builtin("__exit__(self, type, val, tb, /)")
    static Object exit(PyToken self, Object type, Object value, Object traceback) {
        ContextVarType.reset(self.variable, self);
        return Singleton.NONE;
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = BuiltinKind.CLASS)
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyToken self) {
        return Str.of(
                "<Token"
                        + (self.used ? " used" : "")
                        + " var="
                        + Str.java(Repr.repr(self.variable))
                        + " at "
                        + Identity.address(self)
                        + ">");
    }
}
