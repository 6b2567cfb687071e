package org.jabiru.capi.convert;

import java.util.Arrays;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;

/**
 * The short bytes objects that were copied for C last: what C gives back is the same object. The
 * memory may be another's by now, so the content decides.
 */
final class LentBytes {
    private static final int PLACES = 64;

    /** How many loans an address outlives its own. */
    private static final int LASTING = 1024;

    private final PyBytes[] objects = new PyBytes[PLACES];
    private final long[] addresses = new long[PLACES];
    private final long[] ended = new long[LASTING];
    private int nextEnded;

    private static int place(long p) {
        return (int) (p >> 5) & PLACES - 1;
    }

    void remember(PyBytes b, long p) {
        objects[place(p)] = b;
        addresses[place(p)] = p;
    }

    /**
     * Keeps the memory of a loan that has ended for a while: C may have told a library where the
     * content is (cffi), counting on the bytes object that Python code goes on to hold. Returns an
     * address whose time is over, or 0.
     */
    long keep(long p) {
        int at = nextEnded;
        nextEnded = at + 1 & LASTING - 1;
        long over = ended[at];
        ended[at] = p;
        return over;
    }

    /** The object that the memory was copied from, or null. */
    PyBytes find(long p) {
        PyBytes b = objects[place(p)];
        if (b == null
                || addresses[place(p)] != p
                || Memory.getLong(p + ObjectLayout.SIZE) != b.value.length
                || !Arrays.equals(
                        b.value, Memory.getBytes(p + ObjectLayout.BYTES_DATA, b.value.length))) {
            return null;
        }
        return b;
    }
}
