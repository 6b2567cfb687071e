package org.jabiru.modules.tracemalloc;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;

/**
 * The module {@code _tracemalloc}. Programs that import {@code tracemalloc} to ask whether it is
 * tracing get their answer; it cannot be started.
 */
@BuiltinModule("_tracemalloc")
public final class TracemallocModule {
    private TracemallocModule() {}

    @Builtin(value = "start(nframe=1, /)", doc = "Not to be had: raises NotImplementedError.")
    static void start(Object frames) {
        // CPython: traces its allocator; here: objects are the JVM's, which tells of none.
        throw Errors.raise(
                ExceptionTypes.NotImplementedError,
                "tracemalloc cannot trace on Jabiru: the objects are in the JVM's memory");
    }

    @Builtin(value = "stop()", doc = "Does nothing: it never started.")
    static void stop() {}

    @Builtin(value = "is_tracing()", doc = "False.")
    static boolean isTracing() {
        return false;
    }

    @Builtin(value = "clear_traces()", doc = "Does nothing: there are none.")
    static void clearTraces() {}

    @Builtin(value = "reset_peak()", doc = "Does nothing: there is none.")
    static void resetPeak() {}

    @Builtin(value = "get_traceback_limit()", doc = "How many frames a trace would have.")
    static long getTracebackLimit() {
        return 1;
    }

    @Builtin(value = "get_traced_memory()", doc = "The traced memory now and at most.")
    static PyTuple getTracedMemory() {
        return new PyTuple(0L, 0L);
    }

    @Builtin(value = "get_tracemalloc_memory()", doc = "What the traces themselves take.")
    static long getTracemallocMemory() {
        return 0;
    }

    @Builtin(value = "_get_traces()", doc = "All traces.")
    static PyList getTraces() {
        return new PyList();
    }

    @Builtin(value = "_get_object_traceback(obj, /)", doc = "Where an object was made: None.")
    static Object getObjectTraceback(Object object) {
        return Singleton.NONE;
    }
}
