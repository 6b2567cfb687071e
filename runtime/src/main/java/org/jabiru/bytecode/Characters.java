package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Str;

/** Strs of one character. */
final class Characters {
    // A cache of pure values.
    private static final TruffleString[] LATIN = new TruffleString[256];

    static {
        for (int i = 0; i < LATIN.length; i++) {
            LATIN[i] = Str.ofCodePoint(i);
        }
    }

    private Characters() {}

    /** The character at an index that is in range. */
    @TruffleBoundary
    static TruffleString at(TruffleString s, int index) {
        int c = Str.codePointAt(s, index);
        return c < LATIN.length ? LATIN[c] : Str.ofCodePoint(c);
    }
}
