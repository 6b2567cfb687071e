package org.jabiru.object;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.str.CodePoints;

/** Builds a str: a byte a character until one above U+00FF comes. Lone surrogates are kept. */
public final class StrBuilder {
    private byte[] latin1;
    private int[] wide;
    private int size;

    /** The str that was appended first; the result itself when nothing follows. */
    private TruffleString first;

    public StrBuilder() {
        this(16);
    }

    /** A builder with room for so many characters. */
    public StrBuilder(int capacity) {
        latin1 = new byte[Math.max(capacity, 8)];
    }

    public int length() {
        return size;
    }

    /** The code point at an index below {@link #length}. */
    public int at(int index) {
        return wide != null ? wide[index] : latin1[index] & 0xff;
    }

    private void reserve(int more) {
        int wanted = Math.addExact(size, more);
        if (wide != null) {
            if (wanted > wide.length) {
                wide = Arrays.copyOf(wide, Math.max(wanted, size + (size >> 1)));
            }
        } else if (wanted > latin1.length) {
            latin1 = Arrays.copyOf(latin1, Math.max(wanted, size + (size >> 1)));
        }
    }

    private void widen() {
        if (wide == null) {
            wide = new int[latin1.length];
            for (int i = 0; i < size; i++) {
                wide[i] = latin1[i] & 0xff;
            }
            latin1 = null;
        }
    }

    /** Appends one code point. */
    public StrBuilder append(int codePoint) {
        if (codePoint > 0xff) {
            widen();
        }
        reserve(1);
        if (wide != null) {
            wide[size++] = codePoint;
        } else {
            latin1[size++] = (byte) codePoint;
        }
        return this;
    }

    /** Appends one code point several times. */
    public StrBuilder repeat(int codePoint, int count) {
        if (count > 0) {
            if (codePoint > 0xff) {
                widen();
            }
            reserve(count);
            if (wide != null) {
                Arrays.fill(wide, size, size + count, codePoint);
            } else {
                Arrays.fill(latin1, size, size + count, (byte) codePoint);
            }
            size += count;
        }
        return this;
    }

    /** Appends a Java string. */
    public StrBuilder append(String text) {
        int i = 0;
        if (wide == null) {
            reserve(text.length());
            while (i < text.length() && text.charAt(i) <= 0xff) {
                latin1[size++] = (byte) text.charAt(i++);
            }
        }
        while (i < text.length()) {
            int c = text.codePointAt(i);
            append(c);
            i += Character.charCount(c);
        }
        return this;
    }

    /** Appends a literal that stands in Java source. */
    public StrBuilder literal(String text) {
        return append(text);
    }

    /** Appends one code point. */
    public StrBuilder appendCodePoint(int codePoint) {
        return append(codePoint);
    }

    /** Appends a str. */
    public StrBuilder append(TruffleString s) {
        if (size == 0) {
            first = s;
        }
        CodePoints points = CodePoints.of(s);
        return append(points, 0, points.length());
    }

    /** Appends a part of a str. */
    public StrBuilder append(CodePoints points, int from, int to) {
        if (to <= from) {
            return this;
        }
        if (wide == null && points.isLatin1()) {
            reserve(to - from);
            points.copyLatin1(from, to, latin1, size);
            size += to - from;
            return this;
        }
        for (int i = from; i < to; i++) {
            append(points.at(i));
        }
        return this;
    }

    /** The str; the builder may be used further. */
    public TruffleString toStr() {
        if (size == 0) {
            return Str.EMPTY;
        }
        if (first != null && Str.length(first) == size) {
            return first;
        }
        if (wide != null) {
            return Str.ofCodePoints(wide, 0, size);
        }
        return Str.ofLatin1(latin1, 0, size);
    }
}
