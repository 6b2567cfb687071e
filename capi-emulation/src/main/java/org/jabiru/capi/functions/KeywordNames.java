package org.jabiru.capi.functions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.capi.convert.Crossing;
import org.jabiru.capi.generated.NativeFunctions;
import org.jabiru.capi.memory.ObjectLayout;

/**
 * The tuples of keyword names that vectorcalls pass. A place in a program passes the same array
 * each time: some of the tuples made last are kept.
 */
final class KeywordNames {
    private static final int PLACES = 64;

    private final Crossing crossing;
    private final NativeFunctions functions;
    private final TruffleString[][] names = new TruffleString[PLACES][];
    private final long[] tuples = new long[PLACES];

    KeywordNames(Crossing crossing, NativeFunctions functions) {
        this.crossing = crossing;
        this.functions = functions;
    }

    /** The tuple of an array of names, with a reference for the caller. */
    long of(TruffleString[] keywords) {
        int place = System.identityHashCode(keywords) & PLACES - 1;
        if (names[place] != keywords) {
            make(keywords, place);
        }
        long tuple = tuples[place];
        ObjectLayout.incref(tuple);
        return tuple;
    }

    @TruffleBoundary
    private void make(TruffleString[] keywords, int place) {
        if (names[place] != null) {
            crossing.release(tuples[place]);
        }
        long tuple = crossing.tuple(keywords, 0, keywords.length);
        // Some extensions compare names by identity, as they are interned on CPython.
        for (int i = 0; i < keywords.length; i++) {
            functions.PyUnicode_InternInPlace(tuple + ObjectLayout.TUPLE_ITEMS + 8L * i);
        }
        tuples[place] = tuple;
        names[place] = keywords;
    }
}
