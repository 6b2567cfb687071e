package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;

/**
 * The native strs of strings that crossed more than once, in either direction: names, keys, words
 * of a vocabulary. A str of Java has no place for a handle, so a table of fixed size does it; each
 * entry owns one reference, which also keeps C from changing the memory in place.
 */
final class StrCache {
    private static final int PLACES = 1 << 10;
    private static final int LONGEST = 1 << 10;
    private static final int SEEN = -1;

    private final ValueWriter writer;
    private final Crossing crossing;
    private final TruffleString[] strings = new TruffleString[PLACES];
    private final long[] addresses = new long[PLACES];

    /** What crossed last at a place: the second time in a row it is kept. */
    private final TruffleString[] candidates = new TruffleString[PLACES];

    StrCache(Crossing crossing, ValueWriter writer) {
        this.crossing = crossing;
        this.writer = writer;
    }

    /** The native str, with a new reference. */
    long toNew(TruffleString s) {
        int place = s.hashCode() & PLACES - 1;
        if (strings[place] == s) {
            long p = addresses[place];
            ObjectLayout.incref(p);
            return p;
        }
        long p = writer.ofStr(s);
        if (candidates[place] != s) {
            candidates[place] = s;
        } else {
            keep(place, s, p);
        }
        return p;
    }

    /** The string at a borrowed address. */
    TruffleString read(long p) {
        int place = Memory.getInt(p + ObjectLayout.PREFIX_JAVA) - 1;
        if (place >= 0) {
            return strings[place];
        }
        TruffleString s = ValueReader.readStr(p);
        if (place + 1 == SEEN) {
            keep(s.hashCode() & PLACES - 1, s, p);
        } else {
            Memory.putInt(p + ObjectLayout.PREFIX_JAVA, SEEN);
        }
        return s;
    }

    /** The string at an address whose reference will be given up: no need to remember a new one. */
    TruffleString readLast(long p) {
        int place = Memory.getInt(p + ObjectLayout.PREFIX_JAVA) - 1;
        return place >= 0 ? strings[place] : ValueReader.readStr(p);
    }

    @TruffleBoundary
    private void keep(int place, TruffleString s, long p) {
        if (ObjectLayout.isImmortal(p) || Memory.getLong(p + ObjectLayout.STR_LENGTH) > LONGEST) {
            return;
        }
        drop(place);
        strings[place] = s;
        addresses[place] = p;
        ObjectLayout.incref(p);
        Memory.putInt(p + ObjectLayout.PREFIX_JAVA, place + 1);
    }

    private void drop(int place) {
        if (strings[place] != null) {
            long p = addresses[place];
            strings[place] = null;
            Memory.putInt(p + ObjectLayout.PREFIX_JAVA, 0);
            crossing.release(p);
        }
    }

    /** Gives all references up. */
    void clear() {
        for (int place = 0; place < PLACES; place++) {
            drop(place);
            candidates[place] = null;
        }
    }
}
