package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Str;

/**
 * The memory of short strs that C had as a {@code char *} and has no reference to any more: it may
 * use the pointer on, counting on the literal that Python code goes on to hold (the names of an
 * encoding, of an error handler). An equal str is the same object for C.
 */
final class LentTexts {
    /** As in {@code jabiru_utf8_of}. */
    private static final int LONGEST = 32;

    /** More than these at once are given up, the oldest first. */
    private static final int MOST = 1 << 12;

    private final Crossing crossing;
    private final Map<TruffleString, Long> addresses = new LinkedHashMap<>();

    LentTexts(Crossing crossing) {
        this.crossing = crossing;
    }

    /** The memory of an equal str, or 0. */
    long find(TruffleString s) {
        return addresses.isEmpty() || Str.length(s) > LONGEST ? 0 : findShort(s);
    }

    @TruffleBoundary
    private long findShort(TruffleString s) {
        Long p = addresses.get(s);
        return p == null ? 0 : p;
    }

    /** Whether a str without references is kept; it has one reference then. */
    boolean keep(long p) {
        if ((ObjectLayout.flags(p) & ObjectLayout.FLAG_TEXT) == 0
                || addresses.putIfAbsent(ValueReader.readStr(p), p) != null) {
            return false;
        }
        ObjectLayout.setRefcount(p, 1);
        if (addresses.size() > MOST) {
            Iterator<Long> oldest = addresses.values().iterator();
            long over = oldest.next();
            oldest.remove();
            giveUp(over);
        }
        return true;
    }

    private void giveUp(long p) {
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) & ~ObjectLayout.FLAG_TEXT);
        crossing.release(p);
    }

    void clear() {
        long[] all = addresses.values().stream().mapToLong(Long::longValue).toArray();
        addresses.clear();
        for (long p : all) {
            giveUp(p);
        }
    }
}
