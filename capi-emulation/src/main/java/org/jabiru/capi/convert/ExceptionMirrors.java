package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.exceptions.PyOSError;
import org.jabiru.builtins.exceptions.PyStopIteration;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.types.PyNativeSlot;
import org.jabiru.object.Singleton;

/**
 * The fields of exceptions that C reads itself: what a generator has returned (Cython's
 * coroutines), and what an exception type made in C, with a {@code tp_str} of its own, has a reason
 * to read (CPython's {@code SSLError}).
 */
final class ExceptionMirrors {
    private static final int ARGS = 24;

    /** {@code PyStopIterationObject.value}, never NULL. */
    private static final int VALUE = 72;

    private static final int ERRNO = 72;
    private static final int STRERROR = 80;
    private static final int FILENAME = 88;
    private static final int FILENAME2 = 96;

    private ExceptionMirrors() {}

    /**
     * Writes borrowed references: they hold until C returns. Among them may be exceptions again, so
     * the compiler must not follow.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void write(Crossing crossing, PyBaseException e, long p) {
        if (e instanceof PyStopIteration s) {
            Object value = s.value == null ? Singleton.NONE : s.value;
            Memory.putLong(p + VALUE, crossing.toBorrowed(value));
        }
        if (!(e.type().lookup("__str__") instanceof PyNativeSlot)) {
            return;
        }
        put(crossing, p + ARGS, e.args);
        if (e instanceof PyOSError o) {
            put(crossing, p + ERRNO, o.errno);
            put(crossing, p + STRERROR, o.strerror);
            put(crossing, p + FILENAME, o.filename);
            put(crossing, p + FILENAME2, o.filename2);
        }
    }

    private static void put(Crossing crossing, long field, Object value) {
        boolean absent = value == null || value == Singleton.NONE;
        Memory.putLong(field, absent ? 0 : crossing.toBorrowed(value));
    }
}
