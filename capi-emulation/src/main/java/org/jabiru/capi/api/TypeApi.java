package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** Type Objects. */
public final class TypeApi {
    private TypeApi() {}

    private static PyType type(Object o) {
        if (o instanceof PyType t) {
            return t;
        }
        throw Support.badInternalCall();
    }

    public static Object PyType_GetName(CapiContext context, Object type) {
        return Attributes.get(type, "__name__");
    }

    public static Object PyType_GetQualName(CapiContext context, Object type) {
        return Attributes.get(type, "__qualname__");
    }

    public static Object PyType_GetModuleName(CapiContext context, Object type) {
        return Attributes.get(type, "__module__");
    }

    public static Object PyType_GetFullyQualifiedName(CapiContext context, Object type) {
        TruffleString module = Str.valueOrNull(Attributes.get(type, "__module__"));
        TruffleString name = Str.valueOrNull(Attributes.get(type, "__qualname__"));
        if (module == null
                || Str.java(module).equals("builtins")
                || Str.java(module).equals("__main__")) {
            return name;
        }
        return Str.of(Str.java(module) + "." + Str.java(name));
    }

    /** From now on nobody changes the type; its bases must be so already. */
    public static void PyType_Freeze(CapiContext context, Object type) {
        PyType t = type(type);
        for (PyType base : t.mro()) {
            if (base != t && base.isHeapType() && !base.immutable) {
                throw Errors.typeError(
                        "Creating immutable type %s from mutable base %s", t.name(), base.name());
            }
        }
        t.immutable = true;
        long p = context.types.addressOf(t);
        Memory.putLong(
                p + TypeLayout.FLAGS, Memory.getLong(p + TypeLayout.FLAGS) | TypeLayout.IMMUTABLE);
        t.invalidate();
    }

    public static Object PyType_GetDict(CapiContext context, Object type) {
        return type(type).namespace();
    }

    public static Object _PyType_LookupRef(CapiContext context, Object type, Object name) {
        return type(type).lookup(Str.valueOrNull(name));
    }
}
