package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.IntPredicate;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** {@code split}, {@code rsplit}, {@code splitlines}, {@code partition}, {@code strip}. */
final class StrSplit {
    private StrSplit() {}

    static PyList split(TruffleString s, TruffleString separator, long limit) {
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        PyList out = new PyList();
        if (separator == null) {
            splitSpace(out, s, left);
            return out;
        }
        int n = separatorLength(separator);
        int length = Str.length(s);
        CodePoints points = CodePoints.of(s);
        CodePoints wanted = CodePoints.of(separator);
        int from = 0;
        while (left-- > 0) {
            int at = points.indexOf(wanted, from, length);
            if (at < 0) {
                break;
            }
            out.append(Str.substring(s, from, at));
            from = at + n;
        }
        out.append(from == 0 ? s : Str.substring(s, from, length));
        return out;
    }

    private static int separatorLength(TruffleString separator) {
        int n = Str.length(separator);
        if (n == 0) {
            throw Errors.valueError("empty separator");
        }
        return n;
    }

    private static void splitSpace(PyList out, TruffleString s, long limit) {
        CodePoints points = CodePoints.of(s);
        int n = points.length();
        int i = 0;
        long left = limit;
        while (true) {
            while (i < n && CharacterTypes.isSpace(points.at(i))) {
                i++;
            }
            if (i == n) {
                return;
            }
            int from = i;
            if (left-- == 0) {
                out.append(Str.substring(s, from, n));
                return;
            }
            while (i < n && !CharacterTypes.isSpace(points.at(i))) {
                i++;
            }
            out.append(Str.substring(s, from, i));
        }
    }

    static PyList splitRight(TruffleString s, TruffleString separator, long limit) {
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        PyList out = new PyList();
        if (separator == null) {
            splitSpaceRight(out, s, left);
        } else {
            int n = separatorLength(separator);
            int to = Str.length(s);
            CodePoints points = CodePoints.of(s);
            CodePoints wanted = CodePoints.of(separator);
            while (left-- > 0) {
                int at = points.lastIndexOf(wanted, 0, to);
                if (at < 0) {
                    break;
                }
                out.append(Str.substring(s, at + n, to));
                to = at;
            }
            out.append(Str.substring(s, 0, to));
        }
        Object[] items = out.toArray();
        Collections.reverse(Arrays.asList(items));
        out.setBacking(items, items.length);
        return out;
    }

    private static void splitSpaceRight(PyList out, TruffleString s, long limit) {
        CodePoints points = CodePoints.of(s);
        int i = points.length();
        long left = limit;
        while (true) {
            while (i > 0 && CharacterTypes.isSpace(points.at(i - 1))) {
                i--;
            }
            if (i == 0) {
                return;
            }
            int to = i;
            if (left-- == 0) {
                out.append(Str.substring(s, 0, to));
                return;
            }
            while (i > 0 && !CharacterTypes.isSpace(points.at(i - 1))) {
                i--;
            }
            out.append(Str.substring(s, i, to));
        }
    }

    static PyList splitLines(TruffleString s, boolean keepEnds) {
        PyList out = new PyList();
        CodePoints points = CodePoints.of(s);
        int n = points.length();
        int from = 0;
        while (from < n) {
            int to = from;
            while (to < n && !CharacterTypes.isLineBreak(points.at(to))) {
                to++;
            }
            int next = to;
            if (to < n) {
                next =
                        points.at(to) == '\r' && to + 1 < n && points.at(to + 1) == '\n'
                                ? to + 2
                                : to + 1;
            }
            out.append(Str.substring(s, from, keepEnds ? next : to));
            from = next;
        }
        return out;
    }

    /** The argument of {@code partition}. */
    static TruffleString separator(Object given) {
        TruffleString separator = Str.valueOrNull(given);
        if (separator == null) {
            throw Errors.typeError("must be str, not %s", Types.of(given).name());
        }
        return separator;
    }

    /** Of a str or an instance of a subclass; both it and the separator are kept as they are. */
    static PyTuple partition(Object self, Object separator) {
        TruffleString s = Str.valueOrNull(self);
        int n = separatorLength(separator(separator));
        int length = Str.length(s);
        int at = StrSearch.find(s, separator(separator), 0, length);
        return at < 0
                ? new PyTuple(self, Str.EMPTY, Str.EMPTY)
                : new PyTuple(Str.substring(s, 0, at), separator, Str.substring(s, at + n, length));
    }

    static PyTuple partitionRight(Object self, Object separator) {
        TruffleString s = Str.valueOrNull(self);
        int n = separatorLength(separator(separator));
        int length = Str.length(s);
        int at = StrSearch.findLast(s, separator(separator), 0, length);
        return at < 0
                ? new PyTuple(Str.EMPTY, Str.EMPTY, self)
                : new PyTuple(Str.substring(s, 0, at), separator, Str.substring(s, at + n, length));
    }

    /** Strips characters of a set, or white space for null. */
    static TruffleString strip(TruffleString s, TruffleString set, boolean left, boolean right) {
        CodePoints points = CodePoints.of(s);
        CodePoints wanted = set == null ? null : CodePoints.of(set);
        IntPredicate strips = wanted == null ? CharacterTypes::isSpace : c -> contains(wanted, c);
        int from = 0;
        int to = points.length();
        while (left && from < to && strips.test(points.at(from))) {
            from++;
        }
        while (right && to > from && strips.test(points.at(to - 1))) {
            to--;
        }
        return from == 0 && to == points.length() ? s : Str.substring(s, from, to);
    }

    private static boolean contains(CodePoints set, int c) {
        for (int i = 0; i < set.length(); i++) {
            if (set.at(i) == c) {
                return true;
            }
        }
        return false;
    }
}
