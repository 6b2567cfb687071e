package org.jabiru.ast;

import java.util.Arrays;

/**
 * The value of a str literal: a Java string, and beside it the code points in the one case where
 * UTF-16 is ambiguous (a high and a low surrogate that were written apart and stay two characters).
 */
public final class StrValue {
    /** {@code ''}. */
    public static final StrValue EMPTY = new StrValue("", null);

    private final String text;

    /** Set only where UTF-16 cannot tell: two lone surrogates that would read as a pair. */
    private final int[] points;

    private StrValue(String text, int[] points) {
        this.text = text;
        this.points = points;
    }

    /** The code points of {@code text}: well-formed pairs are one code point each. */
    public static StrValue of(String text) {
        return text.isEmpty() ? EMPTY : new StrValue(text, null);
    }

    /** Exactly these code points, surrogates included. */
    public static StrValue of(int[] codePoints) {
        boolean ambiguous = false;
        for (int i = 1; i < codePoints.length && !ambiguous; i++) {
            ambiguous = isHigh(codePoints[i - 1]) && isLow(codePoints[i]);
        }
        String text = new String(codePoints, 0, codePoints.length);
        return ambiguous ? new StrValue(text, codePoints.clone()) : of(text);
    }

    private static boolean isHigh(int point) {
        return point >= Character.MIN_HIGH_SURROGATE && point <= Character.MAX_HIGH_SURROGATE;
    }

    private static boolean isLow(int point) {
        return point >= Character.MIN_LOW_SURROGATE && point <= Character.MAX_LOW_SURROGATE;
    }

    /** The content; a fresh array. */
    public int[] codePoints() {
        return points != null ? points.clone() : text.codePoints().toArray();
    }

    /** Whether the Java string of {@link #toString} stands for exactly these code points. */
    public boolean isExactString() {
        return points == null;
    }

    /** Whether there is no character. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** This followed by {@code other}. */
    public StrValue concat(StrValue other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        if (points == null
                && other.points == null
                && !(Character.isHighSurrogate(text.charAt(text.length() - 1))
                        && Character.isLowSurrogate(other.text.charAt(0)))) {
            return new StrValue(text.concat(other.text), null);
        }
        int[] first = codePoints();
        int[] second = other.codePoints();
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return of(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StrValue s
                && text.equals(s.text)
                && Arrays.equals(points, s.points);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As UTF-16; lone surrogates stay, see {@link #isExactString}. */
    @Override
    public String toString() {
        return text;
    }
}
