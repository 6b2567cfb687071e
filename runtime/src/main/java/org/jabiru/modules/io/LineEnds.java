package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Str;

/** Finds the end of a line, for every meaning of {@code newline=}. */
final class LineEnds {
    private LineEnds() {}

    /** The position after the line's end, or -1 when the range does not hold it. */
    static int find(
            int[] points,
            int from,
            int to,
            TruffleString newline,
            boolean universal,
            boolean translate) {
        if (translate || newline == null && !universal) {
            return find(points, from, to, '\n');
        }
        if (universal) {
            for (int i = from; i < to; i++) {
                if (points[i] == '\n') {
                    return i + 1;
                }
                if (points[i] == '\r') {
                    return i + 1 < to && points[i + 1] == '\n' ? i + 2 : i + 1;
                }
            }
            return -1;
        }
        int first = Str.codePointAt(newline, 0);
        if (Str.length(newline) == 1) {
            return find(points, from, to, first);
        }
        int second = Str.codePointAt(newline, 1);
        for (int i = from; i + 1 < to; i++) {
            if (points[i] == first && points[i + 1] == second) {
                return i + 2;
            }
        }
        return -1;
    }

    private static int find(int[] points, int from, int to, int wanted) {
        for (int i = from; i < to; i++) {
            if (points[i] == wanted) {
                return i + 1;
            }
        }
        return -1;
    }

    /** As above, in a str. */
    static int find(
            TruffleString text,
            int from,
            TruffleString newline,
            boolean universal,
            boolean translate) {
        int to = Str.length(text);
        if (from >= to) {
            return -1;
        }
        if (translate || newline == null && !universal) {
            int at = text.indexOfCodePointUncached('\n', from, to, Str.UTF_32);
            return at < 0 ? -1 : at + 1;
        }
        if (universal) {
            int lf = text.indexOfCodePointUncached('\n', from, to, Str.UTF_32);
            int cr = text.indexOfCodePointUncached('\r', from, lf < 0 ? to : lf, Str.UTF_32);
            if (cr >= 0) {
                return cr + 1 < to && Str.codePointAt(text, cr + 1) == '\n' ? cr + 2 : cr + 1;
            }
            return lf < 0 ? -1 : lf + 1;
        }
        int at = text.indexOfStringUncached(newline, from, to, Str.UTF_32);
        return at < 0 ? -1 : at + Str.length(newline);
    }
}
