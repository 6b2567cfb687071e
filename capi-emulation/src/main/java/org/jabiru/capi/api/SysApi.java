package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Sequences;

/** Operating System Utilities and System Functions. */
public final class SysApi {
    private SysApi() {}

    private static PyDict sys() {
        return PythonContext.get().sys.dict;
    }

    public static Object PySys_GetObject(CapiContext context, String name) {
        return sys().get(Str.of(name));
    }

    public static void PySys_SetObject(CapiContext context, String name, Object value) {
        if (value == null) {
            sys().remove(Str.of(name));
        } else {
            sys().put(Str.of(name), value);
        }
    }

    public static Object PySys_GetXOptions(CapiContext context) {
        return sys().get("_xoptions");
    }

    public static int PySys_HasWarnOptions(CapiContext context) {
        Object options = sys().get("warnoptions");
        return options != null && Sequences.length(options) > 0 ? 1 : 0;
    }

    public static void PySys_ResetWarnOptions(CapiContext context) {
        Call.method(sys().get("warnoptions"), "clear");
    }

    public static void PySys_AddWarnOptionUnicode(CapiContext context, Object option) {
        Call.method(sys().get("warnoptions"), "append", option);
    }

    public static void PySys_AuditTuple(CapiContext context, String event, Object args) {
        if (args != null && !(args instanceof PyTuple)) {
            throw Errors.typeError("expected tuple, got %s", Support.typeName(args));
        }
        Object[] items = args == null ? new Object[0] : ((PyTuple) args).items;
        Object[] all = new Object[items.length + 1];
        all[0] = Str.of(event);
        System.arraycopy(items, 0, all, 1, items.length);
        Support.function("sys", "audit", all);
    }

    public static Object PyOS_FSPath(CapiContext context, Object path) {
        return Support.function("posix", "fspath", path);
    }
}
