package org.jabiru.modules.contextvars;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;

/** A {@code contextvars.ContextVar}. */
public final class PyContextVar extends PyObject {
    final TruffleString name;

    /** The default, or null. */
    public final Object missing;

    /** A variable with a default, which may be null for none. */
    public PyContextVar(TruffleString name, Object missing) {
        super(ContextVarType.TYPE);
        this.name = name;
        this.missing = missing;
    }

    /** The value in the current context, or null. */
    public Object valueOrNull() {
        return PyContext.current().values.get(this);
    }

    /** Sets the value in the current context; the token that undoes it. */
    public PyToken set(Object value) {
        PyContext context = PyContext.current();
        Object old = context.values.get(this);
        context.values = context.values.with(this, value);
        return new PyToken(context, this, old);
    }
}
