package org.jabiru.modules.contextvars;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Str;

/** The function of {@code _contextvars}, and its types. */
@BuiltinModule("_contextvars")
public final class ContextVarsModule {
    private ContextVarsModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        TokenType.TYPE.setAttribute(Str.name("MISSING"), TokenType.MISSING);
        module.dict.put("Context", ContextType.TYPE);
        module.dict.put("ContextVar", ContextVarType.TYPE);
        module.dict.put("Token", TokenType.TYPE);
    }

    @Builtin("copy_context()")
    static Object copyContext() {
        return PyContext.current().copy();
    }
}
