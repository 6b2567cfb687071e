package org.jabiru;

import java.util.ArrayList;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.bytecode.LineJump;
import org.jabiru.bytecode.LineJumps;
import org.jabiru.modules.contextvars.PyContext;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** What the interpreter knows of one thread. */
public final class ThreadState {
    public final PythonContext context;
    public final Thread thread;

    /**
     * The exception that the innermost generator, or what runs outside of any, is handling; null
     * for none.
     */
    public PyBaseException handled;

    /** The exception that is being handled around the innermost generator that runs, or null. */
    public PyBaseException handledOutside;

    /** The context variables of this thread (PEP 567); null before the first use. */
    public PyContext contextVariables;

    /** {@code sys.get_asyncgen_hooks()}: callables, or None. */
    public Object asyncGenFirstIter = Singleton.NONE;

    public Object asyncGenFinalizer = Singleton.NONE;

    /** {@code sys.settrace} and {@code sys.setprofile} of this thread; null for none. */
    public Object traceFunction;

    public Object profileFunction;

    /**
     * Whether the trace function is C's: it is told of all frames, whatever they have themselves.
     */
    public boolean tracesAllFrames;

    /** Whether a trace or profile function runs, which reports nothing itself. */
    public boolean inTrace;

    /** The event that one of them was told of last, and the jump that it asked for; or null. */
    public LineJumps.Place place;

    public LineJump jump;

    /** The coroutines that were made last, see {@code Unawaited}. */
    public final PyObject[] latestCoroutines = new PyObject[32];

    public int nextCoroutine;

    /** {@code sys.set_coroutine_origin_tracking_depth}. */
    public int coroutineOriginDepth;

    /** How deep Python calls are nested. */
    public int depth;

    /** How deep Java code is nested in objects; see {@link org.jabiru.protocol.Nesting}. */
    public int nesting;

    /** The containers whose {@code __repr__} is running, outermost first. */
    public final ArrayList<Object> beingShown = new ArrayList<>();

    /** The exception that is being handled ({@code sys.exception()}), or null. */
    public PyBaseException handledException() {
        return handled != null ? handled : handledOutside;
    }

    ThreadState(PythonContext context, Thread thread) {
        this.context = context;
        this.thread = thread;
    }
}
