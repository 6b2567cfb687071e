package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
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
    private static final int READ = 1 << 6;

    /** Marks the memory of the candidate of place 0; that of the next places is below. */
    private static final int CANDIDATE = -2;

    private final ValueWriter writer;
    private final Crossing crossing;
    private final TruffleString[] strings = new TruffleString[PLACES];
    private final long[] addresses = new long[PLACES];

    /** What crossed last at a place: the second time in a row it is kept. */
    private final TruffleString[] candidates = new TruffleString[PLACES];

    /** Where C has the candidates, if it still has them: what comes back is the same object. */
    private final long[] candidateAddresses = new long[PLACES];

    /** What was read from C's memory lately: the items of a list may be one object. */
    private final TruffleString[] read = new TruffleString[READ];

    private final long[] readAt = new long[READ];

    private final LentTexts texts;

    StrCache(Crossing crossing, ValueWriter writer) {
        this.texts = new LentTexts(crossing);
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
        long p = texts.find(s);
        if (p != 0) {
            ObjectLayout.incref(p);
            return p;
        }
        p = writer.ofStr(s);
        if (candidates[place] != s) {
            candidates[place] = s;
            candidateAddresses[place] = p;
            if (!ObjectLayout.isImmortal(p)) {
                Memory.putInt(p + ObjectLayout.PREFIX_JAVA, CANDIDATE - place);
            }
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
        TruffleString s = candidateOrNull(p, place + 1);
        if (s != null) {
            return s;
        }
        int at = placeRead(p);
        if (place + 1 == SEEN) {
            s = readAt[at] == p ? read[at] : ValueReader.readStr(p);
            keep(s.hashCode() & PLACES - 1, s, p);
        } else {
            s = ValueReader.readStr(p);
            Memory.putInt(p + ObjectLayout.PREFIX_JAVA, SEEN);
            if (Memory.getLong(p + ObjectLayout.STR_LENGTH) <= LONGEST) {
                read[at] = s;
                readAt[at] = p;
            }
        }
        return s;
    }

    /** The string at an address whose reference will be given up: no need to remember a new one. */
    TruffleString readLast(long p) {
        int place = Memory.getInt(p + ObjectLayout.PREFIX_JAVA) - 1;
        if (place >= 0) {
            return strings[place];
        }
        if (place + 1 == SEEN && readAt[placeRead(p)] == p) {
            return read[placeRead(p)];
        }
        TruffleString s = candidateOrNull(p, place + 1);
        return s != null ? s : ValueReader.readStr(p);
    }

    private static int placeRead(long p) {
        return (int) (p >> 5) & READ - 1;
    }

    /** The string that this memory was made from, if that was not long ago. */
    private TruffleString candidateOrNull(long p, int mark) {
        int place = CANDIDATE - mark;
        return mark <= CANDIDATE && candidateAddresses[place] == p ? candidates[place] : null;
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

    /** Whether the memory of a str without references is kept. */
    boolean outlives(long p) {
        return texts.keep(p);
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
        texts.clear();
        Arrays.fill(read, null);
        Arrays.fill(readAt, 0);
    }
}
