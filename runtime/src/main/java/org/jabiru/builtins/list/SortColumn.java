package org.jabiru.builtins.list;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.str.CodePoints;

/** Keys of one kind as signed words, most significant first: what {@link ColumnSort} sorts by. */
abstract class SortColumn {
    /** A word of a key; the keys' order is that of their first words that differ. */
    abstract long word(int key, int index);

    /** Whether keys that are equal up to this word may differ in a later one. */
    abstract boolean goesOn(int key, int index);

    /** Null unless the keys are all ints, all floats but NaN, or all strs. */
    static SortColumn ofOrNull(Object[] keys, int size) {
        return switch (keys[0]) {
            case Long _ -> Numbers.ofIntsOrNull(keys, size);
            case Double _ -> Numbers.ofFloatsOrNull(keys, size);
            case TruffleString _ -> Texts.ofStrsOrNull(keys, size);
            default -> null;
        };
    }

    /** Numbers: a word each. */
    private static final class Numbers extends SortColumn {
        private final long[] words;

        private Numbers(long[] words) {
            this.words = words;
        }

        private static Numbers ofIntsOrNull(Object[] keys, int size) {
            long[] words = new long[size];
            for (int i = 0; i < size; i++) {
                if (!(keys[i] instanceof Long n)) {
                    return null;
                }
                words[i] = n;
            }
            return new Numbers(words);
        }

        private static Numbers ofFloatsOrNull(Object[] keys, int size) {
            long[] words = new long[size];
            for (int i = 0; i < size; i++) {
                if (!(keys[i] instanceof Double d) || Double.isNaN(d)) {
                    return null;
                }
                // -0.0 + 0.0 is 0.0. The bits of negative ones descend.
                long bits = Double.doubleToRawLongBits(d + 0.0);
                words[i] = bits ^ (bits >> 63 & Long.MAX_VALUE);
            }
            return new Numbers(words);
        }

        @Override
        long word(int key, int index) {
            return words[key];
        }

        @Override
        boolean goesOn(int key, int index) {
            return false;
        }
    }

    /**
     * Strs: the code points of the next few characters, and below them how many are left from
     * there, up to one more than fit: a str is less than the longer ones that begin with it.
     */
    private static final class Texts extends SortColumn {
        private final CodePoints[] texts;

        /** Bits of a character, and characters in a word. */
        private final int bits;

        private final int characters;

        private Texts(CodePoints[] texts, boolean latin1) {
            this.texts = texts;
            this.bits = latin1 ? 8 : 21;
            this.characters = latin1 ? 7 : 2;
        }

        private static Texts ofStrsOrNull(Object[] keys, int size) {
            CodePoints[] texts = new CodePoints[size];
            boolean latin1 = true;
            for (int i = 0; i < size; i++) {
                if (!(keys[i] instanceof TruffleString s)) {
                    return null;
                }
                texts[i] = CodePoints.of(s);
                latin1 &= texts[i].isLatin1();
            }
            return new Texts(texts, latin1);
        }

        @Override
        long word(int key, int index) {
            CodePoints text = texts[key];
            int from = index * characters;
            int left = text.length() - from;
            long word = 0;
            for (int i = 0; i < characters; i++) {
                word = word << bits | (i < left ? text.at(from + i) : 0);
            }
            // The first character must not be the sign.
            return (word << 8 | Math.min(left, characters + 1)) ^ Long.MIN_VALUE;
        }

        @Override
        boolean goesOn(int key, int index) {
            return texts[key].length() > (index + 1) * characters;
        }
    }
}
