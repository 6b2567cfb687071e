package org.jabiru.builtins.str;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where code points stand in others. It begins with the obvious search, which is the fastest for
 * ordinary text, and goes on with that of Knuth, Morris and Pratt when the matches that come to
 * nothing cost too much: no input takes more than linear time.
 */
final class SubstringSearch {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    /** So many comparisons for nothing are allowed, and as many again for each index passed. */
    private static final int PATIENCE = 2000;

    private SubstringSearch() {}

    /** The first index of a byte in a range of an array, or -1. */
    static int indexOfByte(byte[] data, byte wanted, int from, int to) {
        int i = from;
        long pattern = (wanted & 0xff) * ONES;
        for (; i <= to - 8; i += 8) {
            long difference = (long) WORD.get(data, i) ^ pattern;
            long zeros = difference - ONES & ~difference & HIGH;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (data[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The first index of {@code sub} (not empty) in a range, or -1. */
    static int first(CodePoints text, CodePoints sub, int from, int to) {
        int last = to - sub.length();
        int first = sub.at(0);
        long wasted = 0;
        for (int i = from; i <= last; i++) {
            i = text.indexOf(first, i, last + 1);
            if (i < 0) {
                return -1;
            }
            int matched = text.matching(i, sub);
            if (matched == sub.length()) {
                return i;
            }
            wasted += matched;
            if (wasted > PATIENCE + 4L * (i - from)) {
                return linear(text, sub, i + 1, to, false);
            }
        }
        return -1;
    }

    /** The last index of {@code sub} (not empty) in a range, or -1. */
    static int last(CodePoints text, CodePoints sub, int from, int to) {
        int first = sub.at(0);
        int start = to - sub.length();
        long wasted = 0;
        for (int i = start; i >= from; i--) {
            if (text.at(i) == first) {
                int matched = text.matching(i, sub);
                if (matched == sub.length()) {
                    return i;
                }
                wasted += matched;
                if (wasted > PATIENCE + 4L * (start - i)) {
                    return linear(text, sub, from, i - 1 + sub.length(), true);
                }
            }
        }
        return -1;
    }

    private static int linear(
            CodePoints text, CodePoints sub, int from, int to, boolean backwards) {
        int n = sub.length();
        int[] borders = borders(sub, backwards);
        int matched = 0;
        for (int i = 0; i < to - from; i++) {
            int c = text.at(backwards ? to - 1 - i : from + i);
            while (matched > 0 && c != item(sub, matched, backwards)) {
                matched = borders[matched - 1];
            }
            if (c == item(sub, matched, backwards) && ++matched == n) {
                return backwards ? to - 1 - i : from + i + 1 - n;
            }
        }
        return -1;
    }

    /** How long the longest end is, at each index, that is a beginning too. */
    private static int[] borders(CodePoints sub, boolean backwards) {
        int[] borders = new int[sub.length()];
        int border = 0;
        for (int k = 1; k < borders.length; k++) {
            int c = item(sub, k, backwards);
            while (border > 0 && c != item(sub, border, backwards)) {
                border = borders[border - 1];
            }
            if (c == item(sub, border, backwards)) {
                border++;
            }
            borders[k] = border;
        }
        return borders;
    }

    private static int item(CodePoints sub, int k, boolean backwards) {
        return sub.at(backwards ? sub.length() - 1 - k : k);
    }
}
