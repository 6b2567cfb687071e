package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.frame.FrameVariables;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.modules.sys.PlainTraceback;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** Reflection and tracebacks. */
public final class ReflectionApi {
    /** {@code PyFrameObject.f_lineno}, which is valid when it is not 0. */
    private static final int FRAME_LINE = 40;

    private ReflectionApi() {}

    public static void PyTraceBack_Print(CapiContext context, Object traceback, Object file) {
        Object target = file == null ? PythonContext.get().sys.dict.get("stderr") : file;
        if (traceback instanceof PyTraceback t) {
            Call.method(target, "write", Str.of(PlainTraceback.ofTraceback(t)));
        }
    }

    static PyFrame frame() {
        return Frames.current(0);
    }

    public static Object PyEval_GetFrame(CapiContext context) {
        return frame();
    }

    public static Object PyEval_GetBuiltins(CapiContext context) {
        return PythonContext.get().builtins.dict;
    }

    public static Object PyEval_GetFrameBuiltins(CapiContext context) {
        return PythonContext.get().builtins.dict;
    }

    private static Object ofFrame(String attribute) {
        PyFrame f = frame();
        return f == null ? null : Attributes.get(f, attribute);
    }

    public static Object PyEval_GetGlobals(CapiContext context) {
        return ofFrame("f_globals");
    }

    public static Object PyEval_GetFrameGlobals(CapiContext context) {
        return ofFrame("f_globals");
    }

    public static Object PyEval_GetFrameLocals(CapiContext context) {
        PyFrame f = frame();
        if (f == null) {
            throw Errors.systemError("frame does not exist");
        }
        return FrameVariables.snapshot(f);
    }

    public static Object PyEval_GetLocals(CapiContext context) {
        return PyEval_GetFrameLocals(context);
    }

    public static Object PyFrame_GetCode(CapiContext context, Object frame) {
        return ((PyFrame) frame).code;
    }

    public static int PyFrame_GetLineNumber(CapiContext context, Object obj) {
        return ((PyFrame) obj).line();
    }

    private static boolean isFunction(Object o) {
        return o instanceof JavaCallable && !(o instanceof PyType);
    }

    public static long PyEval_GetFuncName(CapiContext context, Object func) {
        Object name = Attributes.getOrNull(func, "__name__");
        boolean named = isFunction(func) && Str.valueOrNull(name) != null;
        return context.constants.of(named ? name : Str.of(Support.typeName(func)));
    }

    public static long PyEval_GetFuncDesc(CapiContext context, Object func) {
        return context.constants.of(Str.of(isFunction(func) ? "()" : " object"));
    }

    public static Object PyFrame_GetBack(CapiContext context, Object frame) {
        Object back = Attributes.get(frame, "f_back");
        return back == Singleton.NONE ? null : back;
    }

    public static Object PyFrame_GetBuiltins(CapiContext context, Object frame) {
        return Attributes.get(frame, "f_builtins");
    }

    public static Object PyFrame_GetGlobals(CapiContext context, Object frame) {
        return Attributes.get(frame, "f_globals");
    }

    public static Object PyFrame_GetLocals(CapiContext context, Object frame) {
        return Attributes.get(frame, "f_locals");
    }

    public static Object PyFrame_GetGenerator(CapiContext context, Object frame) {
        Object generator = Attributes.getOrNull(frame, "f_generator");
        return generator == Singleton.NONE ? null : generator;
    }

    public static int PyFrame_GetLasti(CapiContext context, Object frame) {
        return (int) (long) (Long) Attributes.get(frame, "f_lasti");
    }

    public static Object PyFrame_GetVar(CapiContext context, Object frame, Object name) {
        if (Str.valueOrNull(name) == null) {
            throw Errors.typeError("name must be str, not %s", Support.typeName(name));
        }
        Object locals = Attributes.get(frame, "f_locals");
        Object value = Call.method(locals, "get", name, Singleton.NOT_IMPLEMENTED);
        if (value == Singleton.NOT_IMPLEMENTED) {
            throw Errors.raise(
                    ExceptionTypes.NameError,
                    "variable %s does not exist",
                    Str.java(Repr.repr(name)));
        }
        return value;
    }

    public static Object PyFrame_GetVarString(CapiContext context, Object frame, String name) {
        return PyFrame_GetVar(context, frame, Str.of(name));
    }

    /** The line that C wrote into the frame, or where it is. */
    private static int line(PyFrame f) {
        Handle h = HandleTable.of(f);
        int written = h == null ? 0 : Memory.getInt(h.address + FRAME_LINE);
        return written > 0 ? written : f.line();
    }

    /** A frame of a function of C, which only tracebacks show. */
    public static Object PyFrame_New(
            CapiContext context, long thread, Object code, Object globals, Object locals) {
        if (code instanceof PyCode c && globals instanceof PyDict g) {
            return PyFrame.describing(c, g, locals == null ? new PyDict() : locals);
        }
        throw Support.badInternalCall();
    }

    /** Adds the frame to the traceback of the current exception. */
    public static void PyTraceBack_Here(CapiContext context, Object frame) {
        PyException e = context.errors.take("PyTraceBack_Here");
        if (e == null) {
            return;
        }
        PyFrame f = (PyFrame) frame;
        PyTraceback next = e.exception().traceback instanceof PyTraceback t ? t : null;
        e.exception().traceback = new PyTraceback(next, f, -1, line(f));
        context.raise(e);
    }
}
