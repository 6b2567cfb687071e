package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** Call Protocol. */
public final class CallApi {
    private CallApi() {}

    public static Object PyObject_Call(
            CapiContext context, Object callable, Object args, Object kwargs) {
        if (!(args instanceof PyTuple t)) {
            throw Errors.typeError("argument list must be a tuple");
        }
        if (!PyCallable_Check(context, callable)) {
            throw Errors.typeError("'%s' object is not callable", Types.of(callable).name());
        }
        if (kwargs != null && !(kwargs instanceof PyDict)) {
            throw Errors.systemError("keywords must be a dict, not %s", Types.of(kwargs).name());
        }
        return CallWithDict.call(callable, t.items, (PyDict) kwargs);
    }

    public static boolean PyCallable_Check(CapiContext context, Object obj) {
        return obj != null && (obj instanceof JavaCallable || Types.of(obj).special().call != null);
    }

    public static Object PyObject_Vectorcall(
            CapiContext context, Object callable, long args, long nargsf, Object kwnames) {
        Object[] all = arguments(context, args, nargsf, kwnames);
        beforePython(context);
        try {
            return Call.call(callable, all, names(kwnames));
        } finally {
            bringUpToDate(context, all);
            if (callable instanceof PyBuiltinFunction f) {
                bringUpToDate(context, f.self);
            }
        }
    }

    public static Object PyObject_VectorcallMethod(
            CapiContext context, Object name, long args, long nargsf, Object kwnames) {
        Object[] all = arguments(context, args, nargsf, kwnames);
        beforePython(context);
        Object method = Attributes.get(all[0], Str.valueOrNull(name));
        try {
            return Call.call(method, Arrays.copyOfRange(all, 1, all.length), names(kwnames));
        } finally {
            bringUpToDate(context, all);
        }
    }

    /** What C wrote into the memory of objects is theirs when Python code looks. */
    private static void beforePython(CapiContext context) {
        context.crossing.mirrors().readChangesOfShort();
        if (!context.byteArrays.isEmpty()) {
            context.byteArrays.toJava();
        }
    }

    /** Inlined code reads the sizes of sets and dicts, which the call may have changed. */
    private static void bringUpToDate(CapiContext context, Object... all) {
        if (!context.byteArrays.isEmpty()) {
            context.byteArrays.toC();
        }
        for (Object o : all) {
            if (o instanceof PySet || o instanceof PyDict || o instanceof PyByteArray) {
                context.crossing.bringUpToDate((PyObject) o);
            }
        }
        if (all.length > 0 && all[0] instanceof PyList list) {
            context.crossing.bringUpToDate(list);
        }
    }

    private static Object[] arguments(CapiContext context, long args, long nargsf, Object kwnames) {
        int count = (int) (nargsf & ~(1L << 63)) + (kwnames instanceof PyTuple t ? t.size() : 0);
        Object[] all = new Object[count];
        for (int i = 0; i < count; i++) {
            all[i] = context.object(Memory.getLong(args + 8L * i));
        }
        return all;
    }

    private static TruffleString[] names(Object kwnames) {
        if (!(kwnames instanceof PyTuple t) || t.size() == 0) {
            return JavaCallable.NO_KEYWORDS;
        }
        TruffleString[] names = new TruffleString[t.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Str.valueOrNull(t.get(i));
        }
        return names;
    }
}
