package org.jabiru.capi.api;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** Mapping Protocol. */
public final class MappingApi {
    private MappingApi() {}

    public static boolean PyMapping_Check(CapiContext context, Object o) {
        return o != null && Types.of(o).special().getItem != null && !Support.isSequenceOnly(o);
    }

    public static long PyMapping_Size(CapiContext context, Object o) {
        if (Types.of(o).special().len == null) {
            throw Errors.typeError("object of type '%s' has no len()", Support.typeName(o));
        }
        if (Support.isSequenceOnly(o)) {
            throw Errors.typeError("%s is not a mapping", Support.typeName(o));
        }
        return Sequences.length(o);
    }

    public static long PyMapping_Length(CapiContext context, Object o) {
        return PyMapping_Size(context, o);
    }

    public static Object PyMapping_GetItemString(CapiContext context, Object o, String key) {
        return Sequences.getItem(o, Str.of(key));
    }

    public static void PyMapping_SetItemString(
            CapiContext context, Object o, String key, Object value) {
        Sequences.setItem(o, Str.of(key), value);
    }

    /** The item, or null when the look-up raises KeyError. */
    static Object itemOrNull(Object o, Object key) {
        if (o instanceof PyDict d && !d.type().isHeapType()) {
            return d.get(key);
        }
        try {
            return Sequences.getItem(o, key);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KeyError)) {
                return null;
            }
            throw e;
        }
    }

    public static int PyMapping_GetOptionalItem(
            CapiContext context, Object obj, Object key, long result) {
        Memory.putLong(result, 0);
        return Support.storeItem(context, result, itemOrNull(obj, key));
    }

    public static int PyMapping_GetOptionalItemString(
            CapiContext context, Object obj, String key, long result) {
        return PyMapping_GetOptionalItem(context, obj, Str.of(key), result);
    }

    public static boolean PyMapping_HasKeyWithError(CapiContext context, Object o, Object key) {
        return itemOrNull(o, key) != null;
    }

    public static boolean PyMapping_HasKeyStringWithError(
            CapiContext context, Object o, String key) {
        return itemOrNull(o, Str.of(key)) != null;
    }

    public static boolean PyMapping_HasKey(CapiContext context, Object o, Object key) {
        return itemOrNull(o, key) != null;
    }

    public static boolean PyMapping_HasKeyString(CapiContext context, Object o, String key) {
        if (key == null) {
            throw context.nullArgument("PyMapping_HasKeyString", "key");
        }
        return itemOrNull(o, Str.of(key)) != null;
    }

    public static Object PyMapping_Keys(CapiContext context, Object o) {
        return listOf(o, "keys");
    }

    public static Object PyMapping_Values(CapiContext context, Object o) {
        return listOf(o, "values");
    }

    public static Object PyMapping_Items(CapiContext context, Object o) {
        return listOf(o, "items");
    }

    private static Object listOf(Object o, String method) {
        Object view = Call.method(o, method);
        if (Types.of(view).special().iter == null
                && !(view instanceof PyList)
                && !(view instanceof PyTuple)) {
            throw Errors.typeError(
                    "%s.%s() returned a non-iterable (type %s)",
                    Support.typeName(o), method, Support.typeName(view));
        }
        return new PyList(Iteration.toArray(view));
    }
}
