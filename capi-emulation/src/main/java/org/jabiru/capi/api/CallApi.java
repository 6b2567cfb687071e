package org.jabiru.capi.api;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.Calls;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.Types;

/** Call Protocol. */
public final class CallApi {
    private CallApi() {}

    public static Object PyObject_Call(
            CapiContext context, Object callable, Object args, Object kwargs) {
        if (!(args instanceof PyTuple t)) {
            throw Errors.typeError("argument list must be a tuple");
        }
        if (kwargs != null && !(kwargs instanceof PyDict)) {
            throw Errors.systemError(
                    "keywords must be a dict, not %s", Types.of(kwargs).name());
        }
        return Calls.withDict(callable, t.items, (PyDict) kwargs);
    }

    public static Object PyObject_CallObject(CapiContext context, Object callable, Object args) {
        return PyObject_Call(context, callable, args == null ? PyTuple.EMPTY : args, null);
    }

    public static boolean PyCallable_Check(CapiContext context, Object obj) {
        return obj != null
                && (obj instanceof JavaCallable || Types.of(obj).special().call != null);
    }
}
