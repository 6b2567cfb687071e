package org.jabiru.capi;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleContext;
import org.jabiru.PythonContext;
import org.jabiru.modules.interpreters.Interpreter;
import org.jabiru.modules.interpreters.Interpreters;

/**
 * The interpreters that C goes to ({@code Py_NewInterpreter}, {@code PyThreadState_Swap}): a thread
 * is in the one that its thread state belongs to. All under the GIL, which they share.
 */
public final class Subinterpreters {
    private final CapiContext context;

    /** Where C has taken the current thread. */
    private final ThreadLocal<Visit> visits = new ThreadLocal<>();

    /** How many visits there are in all threads. */
    private int count;

    /** A stay in another interpreter than the one that called C. */
    private record Visit(TruffleContext door, Object before, int depth, Visit outer) {}

    Subinterpreters(CapiContext context) {
        this.context = context;
    }

    /** The id of the interpreter that the current thread is in; the main one's for C's threads. */
    public static long current() {
        PythonContext context = PythonContext.getOrNull();
        return context == null || context.isMainInterpreter() ? 0 : Interpreters.current().id;
    }

    /** Makes one; its id. */
    public static long create() {
        return Interpreters.get().createForC().id;
    }

    /** Brings the current thread, which holds the lock, into an interpreter. */
    @TruffleBoundary
    public void enter(long id) {
        Interpreter target = Interpreters.get().findOrNull(id);
        if (target == null || target.context() == PythonContext.get()) {
            return;
        }
        int depth = context.boundary.depth();
        leave(depth);
        if (target.context() != PythonContext.get()) {
            TruffleContext door = target.truffleContext();
            visits.set(new Visit(door, door.enter(null), depth, visits.get()));
            count++;
            noteMainThread();
        }
    }

    /** C that was called at a depth of the stack has returned: so has the thread. */
    void returned(int depth) {
        if (count > 0) {
            leave(depth);
        }
    }

    /** Leaves what was entered at a depth of the stack, or deeper. */
    @TruffleBoundary
    void leave(int depth) {
        boolean left = false;
        for (Visit v = visits.get(); v != null && v.depth >= depth; v = v.outer) {
            v.door.leave(null, v.before);
            visits.set(v.outer);
            count--;
            left = true;
        }
        if (left) {
            noteMainThread();
        }
    }

    /** Signals wait until the main thread is back. */
    private void noteMainThread() {
        if (Thread.currentThread() == context.python.mainThread) {
            PythonContext current = PythonContext.getOrNull();
            context.python.mainThreadIsAway = current != null && !current.isMainInterpreter();
        }
    }

    /** Ends an interpreter; false when the current thread has not come to it. */
    public boolean end(long id) {
        Interpreter ending = Interpreters.get().findOrNull(id);
        int depth = context.boundary.depth();
        Visit visit = visits.get();
        if (ending == null || visit == null || visit.depth != depth) {
            return false;
        }
        Interpreters.get().endForC(ending, () -> leave(depth));
        return true;
    }
}
