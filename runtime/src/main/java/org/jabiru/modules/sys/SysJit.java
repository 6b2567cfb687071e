package org.jabiru.modules.sys;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinAttributes;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Str;

/**
 * {@code sys._jit}: whether CPython's own just-in-time compiler is there. It is not; what Truffle
 * compiles cannot be told from Python code.
 */
@BuiltinModule("sys._jit")
public final class SysJit {
    private SysJit() {}

    static void initialize(PyModule sys) {
        PyModule m = PyModule.named(Str.name("sys._jit"));
        m.dict.put("__doc__", Str.of("Utilities for observing just-in-time compilation."));
        BuiltinAttributes.fillModule(m.dict, new SysJitTable(), m);
        sys.dict.put("_jit", m);
    }

    @Builtin("is_available()")
    static boolean isAvailable() {
        return false;
    }

    @Builtin("is_enabled()")
    static boolean isEnabled() {
        return false;
    }

    @Builtin("is_active()")
    static boolean isActive() {
        return false;
    }
}
