package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.traceback.PyTraceback;
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
import org.jabiru.protocol.Truth;
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
            Unraisable.report(withTraceback(e), null, obj);
        }
    }

    /** An exception that nobody raised is reported as if it came from the current line. */
    private static PyException withTraceback(PyException e) {
        if (e.exception().traceback == null && ReflectionApi.frame() instanceof PyFrame f) {
            e.exception().traceback = new PyTraceback(null, f, -1, f.line());
        }
        return e;
    }

    static void formatUnraisable(CapiContext context, Object message) {
        PyException e = context.errors.take("PyErr_FormatUnraisable");
        if (e != null) {
            String text = message == null ? null : Str.java(Str.valueOrNull(message));
            Unraisable.report(withTraceback(e), text, null);
        }
    }

    /** {@code sys.unraisablehook} for an exception that cannot go anywhere else. */
    public static void reportUnraisable(CapiContext context, PyException e, String message) {
        Unraisable.report(e, message, null);
    }

    public static Object PyUnicodeEncodeError_GetEncoding(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeEncodeError, "encoding");
    }

    public static Object PyUnicodeEncodeError_GetObject(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeEncodeError, "object");
    }

    public static Object PyUnicodeEncodeError_GetReason(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeEncodeError, "reason");
    }

    public static void PyUnicodeEncodeError_GetStart(CapiContext context, Object obj, long arg) {
        getStart(obj, ExceptionTypes.UnicodeEncodeError, arg);
    }

    public static void PyUnicodeEncodeError_GetEnd(CapiContext context, Object obj, long arg) {
        getEnd(obj, ExceptionTypes.UnicodeEncodeError, arg);
    }

    public static void PyUnicodeEncodeError_SetStart(CapiContext context, Object obj, long n) {
        setField(obj, ExceptionTypes.UnicodeEncodeError, "start", n);
    }

    public static void PyUnicodeEncodeError_SetEnd(CapiContext context, Object obj, long n) {
        setField(obj, ExceptionTypes.UnicodeEncodeError, "end", n);
    }

    public static void PyUnicodeEncodeError_SetReason(
            CapiContext context, Object exc, String reason) {
        setField(exc, ExceptionTypes.UnicodeEncodeError, "reason", Str.of(reason));
    }

    public static Object PyUnicodeDecodeError_GetEncoding(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeDecodeError, "encoding");
    }

    public static Object PyUnicodeDecodeError_GetObject(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeDecodeError, "object");
    }

    public static Object PyUnicodeDecodeError_GetReason(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeDecodeError, "reason");
    }

    public static void PyUnicodeDecodeError_GetStart(CapiContext context, Object obj, long arg) {
        getStart(obj, ExceptionTypes.UnicodeDecodeError, arg);
    }

    public static void PyUnicodeDecodeError_GetEnd(CapiContext context, Object obj, long arg) {
        getEnd(obj, ExceptionTypes.UnicodeDecodeError, arg);
    }

    public static void PyUnicodeDecodeError_SetStart(CapiContext context, Object obj, long n) {
        setField(obj, ExceptionTypes.UnicodeDecodeError, "start", n);
    }

    public static void PyUnicodeDecodeError_SetEnd(CapiContext context, Object obj, long n) {
        setField(obj, ExceptionTypes.UnicodeDecodeError, "end", n);
    }

    public static void PyUnicodeDecodeError_SetReason(
            CapiContext context, Object exc, String reason) {
        setField(exc, ExceptionTypes.UnicodeDecodeError, "reason", Str.of(reason));
    }

    public static Object PyUnicodeTranslateError_GetObject(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeTranslateError, "object");
    }

    public static Object PyUnicodeTranslateError_GetReason(CapiContext context, Object obj) {
        return field(obj, ExceptionTypes.UnicodeTranslateError, "reason");
    }

    public static void PyUnicodeTranslateError_GetStart(CapiContext context, Object obj, long arg) {
        getStart(obj, ExceptionTypes.UnicodeTranslateError, arg);
    }

    public static void PyUnicodeTranslateError_GetEnd(CapiContext context, Object obj, long arg) {
        getEnd(obj, ExceptionTypes.UnicodeTranslateError, arg);
    }

    public static void PyUnicodeTranslateError_SetStart(CapiContext context, Object obj, long n) {
        setField(obj, ExceptionTypes.UnicodeTranslateError, "start", n);
    }

    public static void PyUnicodeTranslateError_SetEnd(CapiContext context, Object obj, long n) {
        setField(obj, ExceptionTypes.UnicodeTranslateError, "end", n);
    }

    public static void PyUnicodeTranslateError_SetReason(
            CapiContext context, Object exc, String reason) {
        setField(exc, ExceptionTypes.UnicodeTranslateError, "reason", Str.of(reason));
    }

    private static Object field(Object exc, PyType type, String name) {
        // CPython: any UnicodeError will do.
        if (!Types.isInstance(exc, ExceptionTypes.UnicodeError)) {
            throw Errors.typeError(
                    "expecting a %s object, got %s", type.name(), Support.fullName(exc));
        }
        Object value = Attributes.get(exc, name);
        if (name.equals("object")) {
            boolean bytes = type == ExceptionTypes.UnicodeDecodeError;
            if (bytes ? !(value instanceof PyBytes) : Str.valueOrNull(value) == null) {
                throw Errors.typeError(
                        "UnicodeError 'object' attribute must be a %s", bytes ? "bytes" : "string");
            }
        }
        return value;
    }

    private static void setField(Object exc, PyType type, String name, Object value) {
        field(exc, type, name);
        Attributes.set(exc, name, value);
    }

    /** The start within the object: at least 0 and at most its last index. */
    private static void getStart(Object exc, PyType type, long place) {
        long size = Sequences.length(field(exc, type, "object"));
        long start = (Long) field(exc, type, "start");
        Memory.putLong(place, start < 0 || size == 0 ? 0 : Math.min(start, size - 1));
    }

    /** The end within the object: at least 1 and at most its length. */
    private static void getEnd(Object exc, PyType type, long place) {
        long size = Sequences.length(field(exc, type, "object"));
        long end = (Long) field(exc, type, "end");
        Memory.putLong(place, Math.min(Math.max(end, 1), size));
    }

    public static Object PyUnicodeDecodeError_Create(
            CapiContext context,
            String encoding,
            long object,
            long length,
            long start,
            long end,
            String reason) {
        return Call.call(
                ExceptionTypes.UnicodeDecodeError,
                Str.of(encoding),
                Support.bytes(object, length),
                start,
                end,
                Str.of(reason));
    }

    public static Object PyErr_GetHandledException(CapiContext context) {
        return PythonContext.get().threadState().handledException();
    }

    public static void PyErr_SetHandledException(CapiContext context, Object exc) {
        PythonContext.get().threadState().handled = exc instanceof PyBaseException e ? e : null;
    }

    public static Object PyErr_SetImportErrorSubclass(
            CapiContext context, Object exception, Object message, Object name, Object path) {
        if (!(exception instanceof PyType t && t.isSubtype(ExceptionTypes.ImportError))) {
            throw Errors.typeError("expected a subclass of ImportError");
        }
        if (message == null) {
            throw Errors.typeError("expected a message argument");
        }
        PyException e = Errors.of(t, message);
        Attributes.set(e.exception(), "name", orNone(name));
        Attributes.set(e.exception(), "path", orNone(path));
        throw e;
    }

    public static Object PyErr_SetImportError(
            CapiContext context, Object message, Object name, Object path) {
        return PyErr_SetImportErrorSubclass(
                context, ExceptionTypes.ImportError, message, name, path);
    }

    public static void PyErr_WarnExplicit(
            CapiContext context,
            Object category,
            String message,
            String filename,
            int line,
            String module,
            Object registry) {
        Support.function(
                "_warnings",
                "warn_explicit",
                Str.of(message),
                category,
                Str.of(filename),
                (long) line,
                module == null ? Str.of("<unknown>") : Str.of(module),
                orNone(registry));
    }

    public static void PyErr_DisplayException(CapiContext context, Object exception) {
        if (exception instanceof PyBaseException e) {
            Object traceback = e.traceback == null ? Singleton.NONE : e.traceback;
            Support.function("sys", "__excepthook__", e.type(), e, traceback);
            return;
        }
        Object stderr = PythonContext.get().sys.dict.get("stderr");
        if (stderr != null && stderr != Singleton.NONE) {
            String found = Types.of(exception).name();
            String message = "TypeError: print_exception(): Exception expected for value, ";
            Call.method(stderr, "write", Str.of(message + found + " found\n"));
        }
    }

    public static void PyErr_Display(
            CapiContext context, Object exception, Object value, Object traceback) {
        PyErr_DisplayException(context, value);
    }

    public static void PyErr_CheckSignals(CapiContext context) {
        Signals.poll();
    }

    public static Object PyErr_ProgramText(CapiContext context, String filename, int lineno) {
        Object line = Support.function("linecache", "getline", Str.of(filename), (long) lineno);
        return Truth.isTrue(line) ? line : null;
    }

    public static int Py_GetRecursionLimit(CapiContext context) {
        return PythonContext.get().recursionLimit;
    }

    public static void Py_SetRecursionLimit(CapiContext context, int limit) {
        PythonContext.get().recursionLimit = limit;
    }

    public static int Py_ReprEnter(CapiContext context, Object obj) {
        var shown = PythonContext.get().threadState().beingShown;
        for (Object o : shown) {
            if (o == obj) {
                return 1;
            }
        }
        shown.add(obj);
        return 0;
    }

    public static void Py_ReprLeave(CapiContext context, Object obj) {
        var shown = PythonContext.get().threadState().beingShown;
        for (int i = shown.size() - 1; i >= 0; i--) {
            if (shown.get(i) == obj) {
                shown.remove(i);
                return;
            }
        }
    }

    private static final int SIGINT = 2;

    private static final int LAST_SIGNAL = 64;

    public static void PyErr_SetInterrupt(CapiContext context) {
        PyErr_SetInterruptEx(context, SIGINT);
    }

    /** As if the signal had come, unless Python leaves it to the system. */
    public static void PyErr_SetInterruptEx(CapiContext context, int signum) {
        if (signum < 1 || signum > LAST_SIGNAL) {
            throw Errors.valueError("signal number out of range");
        }
        Object handler = Support.function("_signal", "getsignal", (long) signum);
        if (Call.isCallable(handler)) {
            Signals.trip(signum);
        }
    }
}
