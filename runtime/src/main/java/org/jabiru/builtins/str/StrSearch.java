package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/** Searching in a str: {@code find}, {@code count}, {@code startswith}, … */
public final class StrSearch {
    private StrSearch() {}

    /** An optional start or end argument, fitted to a length. */
    public static int bound(Object argument, int length, int whenNone) {
        if (argument == Singleton.NONE || argument == null) {
            return whenNone;
        }
        if (!Numbers.isIndex(argument)) {
            throw Errors.typeError(
                    "slice indices must be integers or None or have an __index__ method");
        }
        long i = Numbers.clampedIndex(argument);
        if (i < 0) {
            i = Math.max(i + length, 0);
        }
        return (int) Math.min(i, Integer.MAX_VALUE);
    }

    static int find(TruffleString s, TruffleString sub, Object start, Object end) {
        int length = Str.length(s);
        int from = bound(start, length, 0);
        int to = Math.min(bound(end, length, length), length);
        return find(s, sub, from, to);
    }

    /** The first index of a substring in a range, or -1. */
    public static int find(TruffleString s, TruffleString sub, int from, int to) {
        int n = Str.length(sub);
        if (to - from < n) {
            return -1;
        }
        return n == 0 ? from : CodePoints.of(s).indexOf(CodePoints.of(sub), from, to);
    }

    static int findLast(TruffleString s, TruffleString sub, Object start, Object end) {
        int length = Str.length(s);
        int from = bound(start, length, 0);
        int to = Math.min(bound(end, length, length), length);
        return findLast(s, sub, from, to);
    }

    /** The last index of a substring in a range, or -1. */
    public static int findLast(TruffleString s, TruffleString sub, int from, int to) {
        int n = Str.length(sub);
        if (to - from < n) {
            return -1;
        }
        return n == 0 ? to : CodePoints.of(s).lastIndexOf(CodePoints.of(sub), from, to);
    }

    static long count(TruffleString s, TruffleString sub, Object start, Object end) {
        int length = Str.length(s);
        int from = bound(start, length, 0);
        int to = Math.min(bound(end, length, length), length);
        if (Str.length(sub) == 0) {
            return from > to ? 0 : to - from + 1;
        }
        return count(s, sub, from, to);
    }

    private static long count(TruffleString s, TruffleString sub, int from, int to) {
        long count = 0;
        CodePoints points = CodePoints.of(s);
        CodePoints wanted = CodePoints.of(sub);
        int n = wanted.length();
        for (int i = points.indexOf(wanted, from, to);
                i >= 0;
                i = points.indexOf(wanted, i + n, to)) {
            count++;
        }
        return count;
    }

    /** {@code startswith} and {@code endswith}, for one str or a tuple of them. */
    static boolean hasAffix(
            TruffleString s, Object affix, Object start, Object end, boolean atEnd) {
        int length = Str.length(s);
        int from = bound(start, length, 0);
        int to = Math.min(bound(end, length, length), length);
        String method = atEnd ? "endswith" : "startswith";
        if (affix instanceof PyTuple t) {
            for (Object item : t.items) {
                TruffleString one = Str.valueOrNull(item);
                if (one == null) {
                    throw Errors.typeError(
                            "tuple for %s must only contain str, not %s",
                            method, Types.of(item).name());
                }
                if (hasAffix(s, one, from, to, atEnd)) {
                    return true;
                }
            }
            return false;
        }
        TruffleString one = Str.valueOrNull(affix);
        if (one == null) {
            throw Errors.typeError(
                    "%s first arg must be str or a tuple of str, not %s",
                    method, Types.of(affix).name());
        }
        return hasAffix(s, one, from, to, atEnd);
    }

    static boolean hasAffix(TruffleString s, TruffleString affix, int from, int to, boolean atEnd) {
        int n = Str.length(affix);
        if (to - from < n) {
            return false;
        }
        return n == 0 || s.regionEqualsUncached(atEnd ? to - n : from, affix, 0, n, Str.UTF_32);
    }
}
