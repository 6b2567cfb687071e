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

    private final PyBytes[] objects = new PyBytes[PLACES];
    private final long[] addresses = new long[PLACES];

    private static int place(long p) {
        return (int) (p >> 5) & PLACES - 1;
    }

    void remember(PyBytes b, long p) {
        objects[place(p)] = b;
        addresses[place(p)] = p;
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
