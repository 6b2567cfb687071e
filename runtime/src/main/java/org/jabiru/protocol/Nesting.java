package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/**
 * Counts how deep Java code walks into objects (representations, comparisons, hashes of what
 * contains itself or is nested far too deep). The stack is large, so that waiting for its end would
 * take minutes.
 */
public final class Nesting {
    /** Somewhat less than what fits on CPython's stack of 8 MB. */
    private static final int LIMIT = 30_000;

    private Nesting() {}

    /**
     * Goes one level down; RecursionError at the limit. The caller undoes it in the end, with
     * {@code thread.nesting--}.
     *
     * @param what ends the message: {@code " in comparison"}
     */
    public static ThreadState enter(String what) {
        ThreadState thread = PythonContext.get().threadState();
        if (++thread.nesting > LIMIT) {
            throw tooDeep(thread, what);
        }
        return thread;
    }

    @TruffleBoundary
    private static PyException tooDeep(ThreadState thread, String what) {
        thread.nesting--;
        return Errors.raise(
                ExceptionTypes.RecursionError, "maximum recursion depth exceeded" + what);
    }
}
