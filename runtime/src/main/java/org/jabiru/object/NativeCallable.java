package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * A callable written in another language: it takes the arguments from where the caller has them.
 */
public interface NativeCallable extends JavaCallable {
    /**
     * Calls with positional arguments.
     *
     * @param args the arguments, from an index on; neither modified nor kept
     */
    Object callFrom(Object[] args, int from);

    /** {@code self(argument)}. */
    Object callOne(Object argument);

    /**
     * What a call gave is not used. CPython would end it now; here only the collector finds out, so
     * what others wait for is to be given up.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    default void drop(PyObject result) {}
}
