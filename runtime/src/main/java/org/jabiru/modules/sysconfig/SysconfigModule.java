package org.jabiru.modules.sysconfig;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;

/** How the interpreter was built: what the files of {@code sysconfig} do not say. */
@BuiltinModule("_sysconfig")
final class SysconfigModule {
    private SysconfigModule() {}

    @Builtin("config_vars()")
    static Object configVars() {
        PyDict out = new PyDict();
        out.put("Py_GIL_DISABLED", 0L);
        out.put("Py_DEBUG", 0L);
        return out;
    }
}
