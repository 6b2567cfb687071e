package org.jabiru.capi;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** The current exception of the native thread state, and Java's exceptions on their way to it. */
public final class NativeErrors {
    private static final int NONE = 0;
    private static final int WITH_RESULT = 2;

    private final CapiContext context;

    NativeErrors(CapiContext context) {
        this.context = context;
    }

    /**
     * The exception to throw after a call into C returned NULL or -1.
     *
     * @param what what was called, for the SystemError when there is no exception
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public PyException failure(Object what) {
        PyException e = take(what);
        if (e == null) {
            e = Errors.systemError("%s returned NULL without setting an exception", describe(what));
            e.isForNull = true;
        }
        return e;
    }

    private static String describe(Object what) {
        return what instanceof String s ? s : Str.java(Repr.repr(what));
    }

    /**
     * The exception that a module's initialisation left, or null.
     *
     * @param what the step of initialisation, for the SystemError when there was a result as well
     */
    public PyException takeFromModule(String what) {
        return take(what, "raised unreported exception");
    }

    /** The current exception, which is cleared; null when there is none. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public PyException take(Object what) {
        return take(what, "returned a result with an exception set");
    }

    private PyException take(Object what, String didBoth) {
        long out = context.errorOut;
        long kind = context.state.functions.jabiru_error_take(out);
        if (kind == NONE) {
            return null;
        }
        Object type = context.crossing.stolen(Memory.getLong(out));
        long valueAddress = Memory.getLong(out + 8);
        Object value = valueAddress == 0 ? null : context.crossing.stolen(valueAddress);
        long traceback = Memory.getLong(out + 16);
        Object t = traceback == 0 ? Singleton.NONE : context.crossing.stolen(traceback);
        PyException made = make(type, value);
        if (t != Singleton.NONE) {
            made.exception().traceback = t;
        }
        if (kind == WITH_RESULT) {
            PyException outer = Errors.systemError("%s %s", describe(what), didBoth);
            outer.exception().cause = made.exception();
            outer.exception().context = made.exception();
            outer.exception().suppressContext = true;
            return outer;
        }
        return made;
    }

    private static PyException make(Object type, Object value) {
        if (value instanceof PyBaseException e
                && (!(type instanceof PyType t) || Types.of(e).isSubtype(t))) {
            return new PyException(e);
        }
        Object made;
        try {
            if (value == null || value == Singleton.NONE) {
                made = Call.call(type);
            } else if (value instanceof PyTuple t) {
                made = Call.call(type, t.items);
            } else {
                made = Call.call(type, value);
            }
        } catch (PyException e) {
            return e;
        }
        return made instanceof PyBaseException e
                ? new PyException(e)
                : Errors.typeError("exceptions must derive from BaseException");
    }

    /** Makes a Java exception the current one of the native thread state. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void raise(Throwable t) {
        PyBaseException e = toPython(t).exception();
        context.state.functions.jabiru_error_set(context.crossing.toNew(e));
    }

    /** The Python exception for any Java exception. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyException toPython(Throwable t) {
        return switch (t) {
            case PyException e -> e;
            case StackOverflowError e ->
                    Errors.raise(ExceptionTypes.RecursionError, "maximum recursion depth exceeded");
            case OutOfMemoryError e -> Errors.of(ExceptionTypes.MemoryError);
            default -> {
                if (Boolean.getBoolean("jabiru.capi.debug")) {
                    t.printStackTrace();
                }
                PyException e = Errors.systemError("%s", t.toString().replace("%", "%%"));
                e.addSuppressed(t);
                yield e;
            }
        };
    }
}
