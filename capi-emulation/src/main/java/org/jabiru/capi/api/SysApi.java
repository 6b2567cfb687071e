package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.modules.signal.Signals;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
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
        Object options = sys().get("_xoptions");
        if (options instanceof PyDict) {
            return options;
        }
        PyDict made = new PyDict();
        sys().put("_xoptions", made);
        return made;
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

    /** Ends the process as {@code exit(status)} does, with what is to run at the end. */
    public static void Py_Exit(CapiContext context, int status) {
        Support.function("atexit", "_run_exitfuncs");
        for (String stream : new String[] {"stdout", "stderr"}) {
            Object file = PythonContext.get().sys.dict.get(stream);
            if (file != null && file != Singleton.NONE) {
                Call.method(file, "flush");
            }
        }
        context.state.functions.jabiru_set_finalizing();
        context.state.functions.jabiru_run_exit_functions();
        Support.function("posix", "_exit", (long) status);
    }

    /** Whether SIGINT came since the last look; its handler has run then. */
    public static int PyOS_InterruptOccurred(CapiContext context) {
        try {
            Signals.poll();
            return 0;
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KeyboardInterrupt)) {
                return 1;
            }
            throw e;
        }
    }
}
