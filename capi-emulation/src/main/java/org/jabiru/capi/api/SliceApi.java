package org.jabiru.capi.api;

import org.jabiru.builtins.slice.PySlice;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;

/** Slice Objects. */
public final class SliceApi {
    private SliceApi() {}

    private static PySlice slice(Object o) {
        if (o instanceof PySlice s) {
            return s;
        }
        throw Support.badInternalCall();
    }

    public static Object PySlice_New(CapiContext context, Object start, Object stop, Object step) {
        return new PySlice(Support.orNone(start), Support.orNone(stop), Support.orNone(step));
    }

    private static long bound(Object o) {
        if (!Numbers.isIndex(o)) {
            throw Errors.typeError(
                    "slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.clampedIndex(o);
    }

    public static int PySlice_Unpack(
            CapiContext context, Object slice, long start, long stop, long step) {
        PySlice s = slice(slice);
        long by = s.step == Singleton.NONE ? 1 : bound(s.step);
        if (by == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        by = Math.max(by, -Long.MAX_VALUE);
        boolean back = by < 0;
        long from = s.start == Singleton.NONE ? (back ? Long.MAX_VALUE : 0) : bound(s.start);
        long to =
                s.stop == Singleton.NONE ? (back ? Long.MIN_VALUE : Long.MAX_VALUE) : bound(s.stop);
        Memory.putLong(step, by);
        Memory.putLong(start, from);
        Memory.putLong(stop, to);
        return 0;
    }

    /** Without clipping: -1 without exception when the slice is out of bounds. */
    public static int PySlice_GetIndices(
            CapiContext context, Object r, long length, long start, long stop, long step) {
        PySlice s = slice(r);
        // Those before the first that is no int are told.
        if (!plain(s.step)) {
            return -1;
        }
        long by = s.step == Singleton.NONE ? 1 : Numbers.clampedIndex(s.step);
        Memory.putLong(step, by);
        if (!plain(s.start)) {
            return -1;
        }
        long from = counted(s.start, length, by < 0 ? length - 1 : 0);
        Memory.putLong(start, from);
        if (!plain(s.stop)) {
            return -1;
        }
        long to = counted(s.stop, length, by < 0 ? -1 : length);
        Memory.putLong(stop, to);
        return to > length || from >= length || by == 0 ? -1 : 0;
    }

    private static boolean plain(Object o) {
        return o == Singleton.NONE || Numbers.intOrNull(o) != null;
    }

    private static long counted(Object o, long length, long otherwise) {
        if (o == Singleton.NONE) {
            return otherwise;
        }
        long i = Numbers.clampedIndex(o);
        return i < 0 ? i + length : i;
    }
}
