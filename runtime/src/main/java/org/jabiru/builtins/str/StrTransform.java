package org.jabiru.builtins.str;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** What makes a new str of old ones: {@code join}, {@code replace}, {@code translate}, padding. */
public final class StrTransform {
    private StrTransform() {}

    /** {@code separator.join(iterable)}; TypeError. */
    public static TruffleString join(TruffleString separator, Object iterable) {
        Object[] items;
        int count;
        if (iterable instanceof PyList l) {
            items = l.backing();
            count = l.size();
        } else if (iterable instanceof PyTuple t) {
            items = t.items;
            count = items.length;
        } else {
            items = iterate(iterable);
            count = items.length;
        }
        if (count == 1 && items[0] instanceof TruffleString only) {
            return only;
        }
        long total = 0;
        for (int i = 0; i < count; i++) {
            TruffleString item = Str.valueOrNull(items[i]);
            if (item == null) {
                throw Errors.typeError(
                        "sequence item %d: expected str instance, %s found",
                        i, Types.of(items[i]).name());
            }
            total += Str.length(item);
        }
        int between = Str.length(separator);
        total += (long) between * Math.max(0, count - 1);
        checkLength(total);
        StrBuilder out = new StrBuilder((int) total);
        CodePoints gap = CodePoints.of(separator);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.append(gap, 0, between);
            }
            out.append(Str.valueOrNull(items[i]));
        }
        return out.toStr();
    }

    private static Object[] iterate(Object iterable) {
        return Iteration.toArray(iterable, "can only join an iterable");
    }

    private static void checkLength(long length) {
        if (length > Integer.MAX_VALUE / 4) {
            throw Errors.raise(ExceptionTypes.MemoryError, "");
        }
    }

    /** {@code s * count}. */
    public static TruffleString repeat(TruffleString s, long count) {
        int n = Str.length(s);
        if (count <= 0 || n == 0) {
            return Str.EMPTY;
        }
        if (count == 1) {
            return s;
        }
        if (count > Long.MAX_VALUE / n) {
            throw Errors.overflowError("repeated string is too long");
        }
        checkLength(n * count);
        return s.repeatUncached((int) count, Str.UTF_32);
    }

    static TruffleString replace(TruffleString s, TruffleString old, TruffleString by, long limit) {
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        int length = Str.length(s);
        int n = Str.length(old);
        if (left == 0 || Str.equal(old, by)) {
            return s;
        }
        if (n == 0) {
            return interleave(s, by, left);
        }
        CodePoints points = CodePoints.of(s);
        CodePoints wanted = CodePoints.of(old);
        int at = points.indexOf(wanted, 0, length);
        if (at < 0) {
            return s;
        }
        CodePoints with = CodePoints.of(by);
        StrBuilder out = new StrBuilder(length);
        int from = 0;
        while (at >= 0 && left-- > 0) {
            out.append(points, from, at).append(with, 0, with.length());
            from = at + n;
            at = points.indexOf(wanted, from, length);
        }
        return out.append(points, from, length).toStr();
    }

    private static TruffleString interleave(TruffleString s, TruffleString by, long limit) {
        CodePoints points = CodePoints.of(s);
        CodePoints with = CodePoints.of(by);
        StrBuilder out = new StrBuilder(points.length() * (1 + with.length()));
        long left = limit;
        for (int i = 0; i <= points.length(); i++) {
            if (left-- > 0) {
                out.append(with, 0, with.length());
            }
            if (i < points.length()) {
                out.append(points.at(i));
            }
        }
        return out.toStr();
    }

    static TruffleString pad(TruffleString s, long width, int fill, int position) {
        int n = Str.length(s);
        long padding = width - n;
        if (padding <= 0) {
            return s;
        }
        checkLength(width);
        // CPython centers with the odd character on the left when the width is odd.
        long before =
                position < 0 ? 0 : position > 0 ? padding : padding / 2 + (padding & width & 1);
        return new StrBuilder((int) width)
                .repeat(fill, (int) before)
                .append(s)
                .repeat(fill, (int) (padding - before))
                .toStr();
    }

    static TruffleString zeroFill(TruffleString s, long width) {
        CodePoints points = CodePoints.of(s);
        long padding = width - points.length();
        if (padding <= 0) {
            return s;
        }
        checkLength(width);
        StrBuilder out = new StrBuilder((int) width);
        int from = 0;
        if (points.length() > 0 && (points.at(0) == '+' || points.at(0) == '-')) {
            out.append(points.at(0));
            from = 1;
        }
        return out.repeat('0', (int) padding).append(points, from, points.length()).toStr();
    }

    static TruffleString expandTabs(TruffleString s, int tabSize) {
        CodePoints points = CodePoints.of(s);
        if (points.indexOf('\t', 0, points.length()) < 0) {
            return s;
        }
        StrBuilder out = new StrBuilder(points.length() + 16);
        int column = 0;
        for (int i = 0; i < points.length(); i++) {
            int c = points.at(i);
            if (c == '\t') {
                if (tabSize > 0) {
                    int spaces = tabSize - column % tabSize;
                    checkLength((long) out.length() + spaces);
                    out.repeat(' ', spaces);
                    column += spaces;
                }
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toStr();
    }

    static TruffleString translate(TruffleString s, Object table) {
        return translate(s, table, null);
    }

    /** What stands for characters that a table maps to None, and where to go on. */
    @FunctionalInterface
    public interface Undefined {
        /** Appends what stands for them; gives back the position behind. */
        int replace(StrBuilder out, int start, int end);
    }

    /**
     * {@code str.translate}, and {@code PyUnicode_Translate}, which has an error handler for what
     * maps to None; without one it is left out.
     */
    public static TruffleString translate(TruffleString s, Object table, Undefined handler) {
        CodePoints points = CodePoints.of(s);
        StrBuilder out = new StrBuilder(points.length());
        for (int i = 0; i < points.length(); ) {
            int c = points.at(i);
            Object to = mapped(table, c);
            if (to == Singleton.NONE && handler != null) {
                int end = i + 1;
                while (end < points.length() && mapped(table, points.at(end)) == Singleton.NONE) {
                    end++;
                }
                i = handler.replace(out, i, end);
                continue;
            }
            if (to == null) {
                out.append(c);
            } else if (to != Singleton.NONE) {
                appendMapped(out, to);
            }
            i++;
        }
        return out.toStr();
    }

    private static Object mapped(Object table, int c) {
        if (table instanceof PyDict d && d.type() == DictType.TYPE) {
            return d.get((long) c);
        }
        try {
            return Sequences.getItem(table, (long) c);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.LookupError)) {
                return null;
            }
            throw e;
        }
    }

    private static void appendMapped(StrBuilder out, Object to) {
        TruffleString text = Str.valueOrNull(to);
        if (text != null) {
            out.append(text);
            return;
        }
        Object code = Numbers.intOrNull(to);
        if (code == null) {
            throw Errors.typeError("character mapping must return integer, None or str");
        }
        if (!(code instanceof Long l) || l < 0 || l > 0x10ffff) {
            throw Errors.valueError("character mapping must be in range(0x110000)");
        }
        out.append(l.intValue());
    }

    static PyDict makeTable(Object x, TruffleString y, TruffleString z) {
        PyDict out = new PyDict();
        if (y != null) {
            TruffleString from = Str.valueOrNull(x);
            if (from == null) {
                throw Errors.typeError(
                        "first maketrans argument must be a string if there is a second argument");
            }
            if (Str.length(from) != Str.length(y)) {
                throw Errors.valueError("the first two maketrans arguments must have equal length");
            }
            for (int i = 0; i < Str.length(from); i++) {
                out.put((long) Str.codePointAt(from, i), (long) Str.codePointAt(y, i));
            }
            for (int i = 0; z != null && i < Str.length(z); i++) {
                out.put((long) Str.codePointAt(z, i), Singleton.NONE);
            }
            return out;
        }
        if (!(x instanceof PyDict d)) {
            throw Errors.typeError("if you give only one argument to maketrans it must be a dict");
        }
        for (int i = d.first(); i >= 0; i = d.next(i)) {
            Object key = d.keyAt(i);
            TruffleString text = Str.valueOrNull(key);
            if (text != null) {
                if (Str.length(text) != 1) {
                    throw Errors.valueError("string keys in translate table must be of length 1");
                }
                key = (long) Str.codePointAt(text, 0);
            } else if (Numbers.intOrNull(key) == null) {
                throw Errors.typeError("keys in translate table must be strings or integers");
            }
            out.put(key, d.valueAt(i));
        }
        return out;
    }
}
