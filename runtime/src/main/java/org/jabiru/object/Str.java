package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.AbstractTruffleString;
import com.oracle.truffle.api.strings.TruffleString;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.jabiru.builtins.str.CodePoints;

/** Python's str as Java sees it: TruffleString in UTF-32, lone surrogates allowed. */
public final class Str {
    /** The one encoding that str values have. */
    public static final TruffleString.Encoding UTF_32 = TruffleString.Encoding.UTF_32;

    /** The empty str. */
    public static final TruffleString EMPTY = UTF_32.getEmpty();

    // A cache of pure values, bounded because some callers pass what Python code gave them.
    private static final int MAX_NAMES = 20_000;

    /** Large enough for a start's: it does not grow step by step meanwhile. */
    private static final ConcurrentHashMap<String, TruffleString> NAMES =
            new ConcurrentHashMap<>(4096);

    private Str() {}

    /** The str for a Java string. */
    @TruffleBoundary
    public static TruffleString of(String s) {
        return s.isEmpty() ? EMPTY : TruffleString.fromJavaStringUncached(s, UTF_32);
    }

    /** The decimal digits of an int. */
    @TruffleBoundary
    public static TruffleString ofLong(long value) {
        return TruffleString.fromLongUncached(value, UTF_32, false);
    }

    /** The str for a name or literal that stands in Java source: the same object each time. */
    @TruffleBoundary
    public static TruffleString name(String s) {
        TruffleString known = NAMES.get(s);
        if (known != null) {
            return known;
        }
        return NAMES.size() < MAX_NAMES ? NAMES.computeIfAbsent(s, Str::of) : of(s);
    }

    /** The str that {@link #name} gives for the same text, if it has been asked; else null. */
    @TruffleBoundary
    public static TruffleString sharedOrNull(TruffleString s) {
        return NAMES.get(java(s));
    }

    /** The str of the given code points. */
    @TruffleBoundary
    public static TruffleString ofCodePoints(int[] codePoints, int from, int to) {
        return TruffleString.fromIntArrayUTF32Uncached(codePoints, from, to - from);
    }

    /** The str of bytes, a character each. */
    @TruffleBoundary
    public static TruffleString ofLatin1(byte[] bytes, int from, int to) {
        return of(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** The str of one code point. */
    @TruffleBoundary
    public static TruffleString ofCodePoint(int codePoint) {
        return TruffleString.fromCodePointUncached(codePoint, UTF_32, true);
    }

    /** A Java string for messages and host calls; lone surrogates stay as they are. */
    @TruffleBoundary
    public static String java(AbstractTruffleString s) {
        return s.toJavaStringUncached();
    }

    /** The length in code points. */
    public static int length(AbstractTruffleString s) {
        return s.byteLength(UTF_32) >> 2;
    }

    /** Whether every code point is below 128. */
    @TruffleBoundary
    public static boolean isAscii(TruffleString s) {
        return s.getCodeRangeUncached(UTF_32) == TruffleString.CodeRange.ASCII;
    }

    /** The code point at an index that is in range. */
    @TruffleBoundary
    public static int codePointAt(AbstractTruffleString s, int index) {
        return s.codePointAtIndexUncached(index, UTF_32);
    }

    /** All code points, in a new array. */
    @TruffleBoundary
    public static int[] codePoints(AbstractTruffleString s) {
        CodePoints points = CodePoints.of(s);
        int[] out = new int[points.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = points.at(i);
        }
        return out;
    }

    /** Whether both hold the same code points. */
    @TruffleBoundary
    public static boolean equal(AbstractTruffleString a, AbstractTruffleString b) {
        return a == b || a.equalsUncached(b, UTF_32);
    }

    /** The part from one index up to another, both in range. */
    @TruffleBoundary
    public static TruffleString substring(AbstractTruffleString s, int from, int to) {
        return from >= to ? EMPTY : s.substringUncached(from, to - from, UTF_32, false);
    }

    /** The concatenation; long results are built when they are first read. */
    @TruffleBoundary
    public static TruffleString concat(AbstractTruffleString a, AbstractTruffleString b) {
        return a.concatUncached(b, UTF_32, true);
    }

    /** The str that a value is (an instance of str or of a subclass), or null when it is no str. */
    public static TruffleString valueOrNull(Object o) {
        if (o instanceof TruffleString s) {
            return s;
        }
        return o instanceof PyStr s ? s.value : null;
    }
}
