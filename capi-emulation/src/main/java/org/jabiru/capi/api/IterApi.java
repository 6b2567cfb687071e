package org.jabiru.capi.api;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.types.TypeMirrors;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** Iterator Protocol. */
public final class IterApi {
    private static final int RETURN = 0;
    private static final int NEXT = 1;

    private IterApi() {}

    public static boolean PyIter_Check(CapiContext context, Object obj) {
        return Types.of(obj).lookup("__next__") != null;
    }

    public static boolean PyAIter_Check(CapiContext context, Object obj) {
        return Types.of(obj).lookup("__anext__") != null;
    }

    /** Null without exception is the end. */
    public static Object PyIter_Next(CapiContext context, Object obj) {
        return Iteration.next(obj);
    }

    public static int PyIter_NextItem(CapiContext context, Object iter, long item) {
        Memory.putLong(item, 0);
        if (!PyIter_Check(context, iter)) {
            // CPython: a class of Python's has a tp_iternext that always fails, one of C's has
            // none.
            throw Types.of(iter).isHeapType() && !TypeMirrors.isMadeInC(Types.of(iter))
                    ? Errors.typeError("'%s' object is not iterable", Support.typeName(iter))
                    : Errors.typeError("expected an iterator, got '%s'", Support.fullName(iter));
        }
        return Support.store(context, item, Iteration.next(iter));
    }

    public static int PyIter_Send(CapiContext context, Object iter, Object arg, long result) {
        Memory.putLong(result, 0);
        try {
            Object value;
            if (arg == Singleton.NONE && PyIter_Check(context, iter)) {
                Object next = Types.of(iter).lookup("__next__");
                value = Call.callUnbound(next, iter, new Object[0], null);
            } else {
                value = Call.method(iter, "send", arg);
            }
            Support.store(context, result, value);
            return NEXT;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.StopIteration)) {
                throw e;
            }
            Object value = Attributes.get(e.exception(), "value");
            Support.store(context, result, value);
            return RETURN;
        }
    }
}
