package org.jabiru.capi.api;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.MethodDefinition;
import org.jabiru.capi.functions.PyNativeFunction;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.types.PyInstanceMethod;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** Function Objects: functions written in C. */
public final class FunctionApi {
    private static final String EXCHANGED =
            """
            def make(function, callable):
                def exchanged(*args, **kwargs):
                    return callable(function, *args, **kwargs)
                return exchanged
            """;

    private FunctionApi() {}

    public static Object PyCFunction_NewEx(
            CapiContext context, long method, Object self, Object module) {
        return PyCMethod_New(context, method, self, module, null);
    }

    public static Object PyCMethod_New(
            CapiContext context, long method, Object self, Object module, Object cls) {
        return new PyNativeFunction(new MethodDefinition(context, method), self, module, cls);
    }

    public static Object PyCFunction_New(CapiContext context, long method, Object self) {
        return PyCMethod_New(context, method, self, null, null);
    }

    private static PyNativeFunction function(Object o) {
        if (o instanceof PyNativeFunction f) {
            return f;
        }
        throw Support.badInternalCall();
    }

    public static int PyCFunction_GetFlags(CapiContext context, Object function) {
        return function(function).definition().flags;
    }

    public static long PyCFunction_GetFunction(CapiContext context, Object function) {
        return Memory.getLong(function(function).definition().address + 8);
    }

    public static Object PyCFunction_GetSelf(CapiContext context, Object function) {
        if (function instanceof PyBuiltinFunction f && f.type() == BuiltinFunctionType.TYPE) {
            return f.self;
        }
        PyNativeFunction f = function(function);
        return (f.definition().flags & MethodDefinition.STATIC) != 0 ? null : f.self();
    }

    private static PyFunction pythons(Object o) {
        if (o instanceof PyFunction f) {
            return f;
        }
        throw Support.badInternalCall();
    }

    private static Object attribute(Object function, String name) {
        Object value = Attributes.get(pythons(function), name);
        return value == Singleton.NONE ? null : value;
    }

    public static Object PyFunction_GetCode(CapiContext context, Object op) {
        return pythons(op).shownCode();
    }

    /** From now on a callable of C's is called with the function and its arguments. */
    public static void jabiru_function_exchange(CapiContext context, Object func, Object callable) {
        PyDict names = new PyDict();
        Support.builtin("exec", Str.of(EXCHANGED), names);
        pythons(func).exchange((PyFunction) Call.call(names.get("make"), func, callable));
    }

    public static Object PyFunction_GetGlobals(CapiContext context, Object op) {
        return pythons(op).globals;
    }

    public static Object PyFunction_GetModule(CapiContext context, Object op) {
        return pythons(op).module;
    }

    public static Object PyFunction_GetAnnotations(CapiContext context, Object op) {
        return attribute(op, "__annotations__");
    }

    public static Object PyFunction_GetDefaults(CapiContext context, Object op) {
        return attribute(op, "__defaults__");
    }

    public static Object PyFunction_GetKwDefaults(CapiContext context, Object op) {
        return attribute(op, "__kwdefaults__");
    }

    public static Object PyFunction_GetClosure(CapiContext context, Object op) {
        return attribute(op, "__closure__");
    }

    public static void PyFunction_SetDefaults(CapiContext context, Object op, Object defaults) {
        if (defaults != Singleton.NONE && !(defaults instanceof PyTuple)) {
            throw Errors.systemError("non-tuple default args");
        }
        Attributes.set(pythons(op), "__defaults__", defaults);
    }

    public static void PyFunction_SetKwDefaults(CapiContext context, Object op, Object defaults) {
        if (defaults != Singleton.NONE && !(defaults instanceof PyDict)) {
            throw Errors.systemError("non-dict keyword only default args");
        }
        Attributes.set(pythons(op), "__kwdefaults__", defaults);
    }

    /** As in CPython, whether the items are cells, and how many, is the caller's business. */
    public static void PyFunction_SetClosure(CapiContext context, Object op, Object closure) {
        PyFunction f = pythons(op);
        if (closure != Singleton.NONE && !(closure instanceof PyTuple)) {
            throw Errors.systemError(
                    "expected tuple for closure, got '%s'", Support.typeName(closure));
        }
        Object[] items = closure instanceof PyTuple t ? t.items : new Object[0];
        PyCell[] cells = new PyCell[Math.max(items.length, f.code.freeNames.length)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i < items.length && items[i] instanceof PyCell c ? c : new PyCell(null);
        }
        f.exchangedClosure = closure;
        if (!f.isExchanged()) {
            f.closure = cells;
        }
    }

    public static Object PyMethod_New(CapiContext context, Object func, Object self) {
        return new PyMethod(func, self);
    }

    public static Object PyInstanceMethod_New(CapiContext context, Object func) {
        return new PyInstanceMethod(func);
    }

    public static Object PyInstanceMethod_Function(CapiContext context, Object method) {
        if (method instanceof PyInstanceMethod m) {
            return m.function;
        }
        throw Support.badInternalCall();
    }
}
