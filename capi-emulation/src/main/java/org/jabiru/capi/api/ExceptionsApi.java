package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.modules.signal.Signals;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Unraisable;

/** Exception Handling. */
public final class ExceptionsApi {
    private ExceptionsApi() {}

    private static Object orNone(Object o) {
        return o == null ? Singleton.NONE : o;
    }

    public static Object PyErr_NewExceptionWithDoc(
            CapiContext context, String name, String doc, Object base, Object dict) {
        PyDict namespace = new PyDict();
        if (dict instanceof PyDict d) {
            namespace.copyFrom(d);
        }
        if (doc != null) {
            namespace.put("__doc__", Str.of(doc));
        }
        return newException(name, base, namespace);
    }

    public static Object PyErr_NewException(
            CapiContext context, String name, Object base, Object dict) {
        return PyErr_NewExceptionWithDoc(context, name, null, base, dict);
    }

    private static Object newException(String name, Object base, PyDict namespace) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            throw Errors.systemError("PyErr_NewException: name must be module.class");
        }
        if (namespace.get("__module__") == null) {
            namespace.put("__module__", Str.of(name.substring(0, dot)));
        }
        Object bases =
                base == null
                        ? PyTuple.of(ExceptionTypes.Exception)
                        : base instanceof PyTuple ? base : PyTuple.of(base);
        return Call.call(TypeType.TYPE, Str.of(name.substring(dot + 1)), bases, namespace);
    }

    public static Object PyException_GetTraceback(CapiContext context, Object self) {
        return nullForNone(Attributes.get(self, "__traceback__"));
    }

    public static void PyException_SetTraceback(
            CapiContext context, Object self, Object traceback) {
        Attributes.set(self, "__traceback__", traceback);
    }

    public static Object PyException_GetCause(CapiContext context, Object self) {
        return nullForNone(Attributes.get(self, "__cause__"));
    }

    public static void PyException_SetCause(CapiContext context, Object self, Object cause) {
        Attributes.set(self, "__cause__", orNone(cause));
    }

    public static Object PyException_GetContext(CapiContext context, Object self) {
        return nullForNone(Attributes.get(self, "__context__"));
    }

    public static void PyException_SetContext(CapiContext context, Object self, Object ctx) {
        Attributes.set(self, "__context__", orNone(ctx));
    }

    public static Object PyException_GetArgs(CapiContext context, Object self) {
        return Attributes.get(self, "args");
    }

    public static void PyException_SetArgs(CapiContext context, Object self, Object args) {
        Attributes.set(self, "args", args);
    }

    private static Object nullForNone(Object o) {
        return o == Singleton.NONE ? null : o;
    }

    public static void PyErr_WarnEx(
            CapiContext context, Object category, String message, long stackLevel) {
        Object warn = Attributes.get(importModule("warnings"), "warn");
        Call.call(
                warn,
                Str.of(message),
                category == null ? ExceptionTypes.RuntimeWarning : category,
                stackLevel);
    }

    static Object importModule(String name) {
        return Call.call(PythonContext.get().builtins.dict.get("__import__"), Str.of(name));
    }

    public static void PyErr_PrintEx(CapiContext context, int setSysLastVars) {
        PyException e = context.errors.take("PyErr_PrintEx");
        if (e == null) {
            return;
        }
        PyBaseException x = e.exception();
        Object traceback = x.traceback == null ? Singleton.NONE : x.traceback;
        if (setSysLastVars != 0) {
            PyDict sys = PythonContext.get().sys.dict;
            sys.put("last_exc", x);
            sys.put("last_type", x.type());
            sys.put("last_value", x);
            sys.put("last_traceback", traceback);
        }
        Object hook = PythonContext.get().sys.dict.get("excepthook");
        Call.call(hook, x.type(), x, traceback);
    }

    public static void PyErr_WriteUnraisable(CapiContext context, Object obj) {
        PyException e = context.errors.take("PyErr_WriteUnraisable");
        if (e != null) {
            Unraisable.report(e, null, obj);
        }
    }

    static void formatUnraisable(CapiContext context, Object message) {
        PyException e = context.errors.take("PyErr_FormatUnraisable");
        if (e != null) {
            Unraisable.report(e, message == null ? null : Str.java(Str.valueOrNull(message)), null);
        }
    }

    /** {@code sys.unraisablehook} for an exception that cannot go anywhere else. */
    public static void reportUnraisable(CapiContext context, PyException e, String message) {
