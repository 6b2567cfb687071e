package org.jabiru.modules.typing;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.union.UnionType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;

/** The module {@code _typing}. */
@BuiltinModule("_typing")
public final class TypingModule {
    private TypingModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        module.dict.put("TypeVar", TypeVarType.TYPE);
        module.dict.put("ParamSpec", ParamSpecType.TYPE);
        module.dict.put("TypeVarTuple", TypeVarTupleType.TYPE);
        module.dict.put("ParamSpecArgs", ParamSpecArgsType.TYPE);
        module.dict.put("ParamSpecKwargs", ParamSpecKwargsType.TYPE);
        module.dict.put("TypeAliasType", TypeAliasType.TYPE);
        module.dict.put("Generic", GenericType.TYPE);
        module.dict.put("Union", UnionType.TYPE);
        module.dict.put("NoDefault", NoDefaultType.NO_DEFAULT);
    }

    @Builtin("_idfunc(x, /)")
    static Object identity(Object x) {
        return x;
    }
}
