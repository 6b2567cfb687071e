package org.jabiru.capi.convert;

import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.PyObject;

/**
 * The memory of tracebacks. Cython's generators, when they go on while an exception is being
 * handled, set {@code f_back} of the frame that the traceback shows, and clear it afterwards.
 */
final class TracebackMirrors {
    // Fields of PyTracebackObject.
    private static final int FRAME = 24;
    private static final int LAST_INSTRUCTION = 32;
    private static final int LINE = 36;

    private TracebackMirrors() {}

    /** Fills in the fields but {@code tb_next}; nothing for an object of another type. */
    static void write(Crossing crossing, PyObject o, long p) {
        if (o instanceof PyTraceback t) {
            // Java's traceback keeps the frame.
            Memory.putLong(p + FRAME, crossing.toBorrowed(t.frame));
            Memory.putInt(p + LAST_INSTRUCTION, t.offset());
            Memory.putInt(p + LINE, t.line());
        }
    }
}
