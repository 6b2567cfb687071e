package org.jabiru.capi.api;

import org.jabiru.builtins.function.PyClassMethod;
import org.jabiru.builtins.function.PyStaticMethod;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.LengthHint;

/** What the code that Cython writes calls beyond the stable ABI. */
public final class CythonApi {
    private CythonApi() {}

    public static Object PyClassMethod_New(CapiContext context, Object callable) {
        return new PyClassMethod(callable);
    }

    public static Object PyStaticMethod_New(CapiContext context, Object callable) {
        return new PyStaticMethod(callable);
    }

    public static long PyObject_LengthHint(CapiContext context, Object o, long otherwise) {
        return LengthHint.of(o, otherwise);
    }

    /** What a class or its bases have by that name, as it stands there; null without an error. */
    public static Object _PyType_Lookup(CapiContext context, Object type, Object name) {
        return ((PyType) type).lookup(Str.java(Str.valueOrNull(name)));
    }
}
