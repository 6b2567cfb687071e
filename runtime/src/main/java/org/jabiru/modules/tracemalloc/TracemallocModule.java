package org.jabiru.modules.tracemalloc;

import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.gc.Collection;
import org.jabiru.object.Allocations;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/**
 * The module {@code _tracemalloc}; {@link Traces} says what is traced. What asks for the memory
 * that is taken gets it after a collection: CPython gives back most of what a program drops at
 * once.
 */
@BuiltinModule("_tracemalloc")
public final class TracemallocModule {
    private static final int DEFAULT_LIMIT = 1;

    /** Keeps the limit of frames when tracing is over. */
    private static final class State {
        int limit = DEFAULT_LIMIT;
    }

    private TracemallocModule() {}

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    private static Traces tracesOrNull() {
        return (Traces) PythonContext.get().allocations;
    }

    private static Traces collectedOrNull() {
        if (tracesOrNull() != null) {
            Collection.run();
        }
        return tracesOrNull();
    }

    @Builtin(
            value = "start(nframe=1, /)",
            doc =
                    """
                    Start tracing Python memory allocations.

                    Also set the maximum number of frames stored in the traceback of a
                    trace to nframe.\
                    """)
    public static void start(int frames) {
        if (frames < 1 || frames > Traceback.MOST) {
            throw Errors.valueError("the number of frames must be in range [1; 65535]");
        }
        if (tracesOrNull() == null) {
            state().limit = frames;
            Allocations.watch(PythonContext.get(), new Traces(frames));
        }
    }

    @Builtin(
            value = "stop()",
            doc =
                    """
                    Stop tracing Python memory allocations.

                    Also clear traces of memory blocks allocated by Python.\
                    """)
    static void stop() {
        Allocations.watch(PythonContext.get(), null);
    }

    @Builtin(
            value = "is_tracing()",
            doc = "Return True if the tracemalloc module is tracing Python memory allocations.")
    static boolean isTracing() {
        return tracesOrNull() != null;
    }

    @Builtin(value = "clear_traces()", doc = "Clear traces of memory blocks allocated by Python.")
    static void clearTraces() {
        Traces traces = tracesOrNull();
        if (traces != null) {
            traces.clear();
        }
    }

    @Builtin(
            value = "reset_peak()",
            doc =
                    """
                    Set the peak size of memory blocks traced by tracemalloc to the current size.

                    Do nothing if the tracemalloc module is not tracing memory allocations.\
                    """)
    static void resetPeak() {
        Traces traces = collectedOrNull();
        if (traces != null) {
            traces.resetPeak();
        }
    }

    @Builtin(
            value = "get_traceback_limit()",
            doc =
                    """
                    Get the maximum number of frames stored in the traceback of a trace.

                    By default, a trace of an allocated memory block only stores
                    the most recent frame: the limit is 1.\
                    """)
    static long getTracebackLimit() {
        return state().limit;
    }

    @Builtin(
            value = "get_traced_memory()",
            doc =
                    """
                    Get the current size and peak size of memory blocks traced by tracemalloc.

                    Returns a tuple: (current: int, peak: int).\
                    """)
    static PyTuple getTracedMemory() {
        Traces traces = collectedOrNull();
        long[] memory = traces == null ? new long[2] : traces.memory();
        return new PyTuple(memory[0], memory[1]);
    }

    @Builtin(
            value = "get_tracemalloc_memory()",
            doc =
                    """
                    Get the memory usage in bytes of the tracemalloc module.

                    This memory is used internally to trace memory allocations.\
                    """)
    static long getTracemallocMemory() {
        Traces traces = tracesOrNull();
        return traces == null ? 0 : traces.ownSize();
    }

    @Builtin(
            value = "_get_traces()",
            doc =
                    """
                    Get traces of all memory blocks allocated by Python.

                    Return a list of (size: int, traceback: tuple) tuples.
                    traceback is a tuple of (filename: str, lineno: int) tuples.

                    Return an empty list if the tracemalloc module is disabled.\
                    """)
    static PyList getTraces() {
        Traces traces = collectedOrNull();
        return traces == null ? new PyList() : traces.toList();
    }

    @Builtin(
            value = "_get_object_traceback(obj, /)",
            doc =
                    """
                    Get the traceback where the Python object obj was allocated.

                    Return a tuple of (filename: str, lineno: int) tuples.
                    Return None if the tracemalloc module is disabled or did not
                    trace the allocation of the object.\
                    """)
    static Object getObjectTraceback(Object object) {
        Traces traces = tracesOrNull();
        Traceback found = traces != null && object instanceof PyObject o ? traces.find(o) : null;
        return found == null ? Singleton.NONE : found.toTuple();
    }
}
