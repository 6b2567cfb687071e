package org.jabiru.modules.atexit;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Unraisable;

/** The functions of {@code atexit}. */
@BuiltinModule("atexit")
public final class AtexitModule {
    private record Callback(Object function, Object[] args, TruffleString[] keywords) {}

    private static final class Callbacks {
        final List<Callback> list = new ArrayList<>();
    }

    private AtexitModule() {}

    private static List<Callback> callbacks() {
        return PythonContext.get().state(Callbacks.class, Callbacks::new).list;
    }

    @Builtin("register(func, /, *args, **kwargs)")
    static Object register(Object function, Object[] args, PyDict keywords) {
        if (!(function instanceof JavaCallable) && Types.of(function).special().call == null) {
            throw Errors.typeError("the first argument must be callable");
        }
        Object[] all = new Object[args.length + keywords.size()];
        System.arraycopy(args, 0, all, 0, args.length);
        TruffleString[] names = new TruffleString[keywords.size()];
        int n = 0;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            names[n] = (TruffleString) keywords.keyAt(i);
            all[args.length + n++] = keywords.valueAt(i);
        }
        callbacks().add(new Callback(function, all, n == 0 ? null : names));
        return function;
    }

    @Builtin("unregister(func, /)")
    static void unregister(Object function) {
        List<Callback> list = callbacks();
        for (Callback c : list.toArray(Callback[]::new)) {
            if (Comparison.sameOrEqual(c.function, function)) {
                list.remove(c);
            }
        }
    }

    @Builtin("_clear()")
    static void clear() {
        callbacks().clear();
    }

    @Builtin("_ncallbacks()")
    static long count() {
        return callbacks().size();
    }

    /** Calls what was registered, last first; an exception is reported and does not stop it. */
    @TruffleBoundary
    @Builtin("_run_exitfuncs()")
    public static void run() {
        List<Callback> list = callbacks();
        while (!list.isEmpty()) {
            Callback c = list.removeLast();
            try {
                Call.call(c.function, c.args, c.keywords);
            } catch (PyException e) {
                Unraisable.report(
                        e,
                        "Exception ignored in atexit callback " + Str.java(Repr.repr(c.function)),
                        null);
            }
        }
    }
}
