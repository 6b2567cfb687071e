package org.jabiru.builtins.list;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;

/**
 * The stable order of keys that are all ints, all floats, all strs, or all tuples of such columns.
 * Each key is a row of machine words, most significant first (a str has as many as its characters
 * need), and the rows are sorted word by word: a radix sort, and only keys that are equal so far go
 * on to their next word. No two keys are compared as objects.
 */
final class ColumnSort {
    /** Fewer keys are sorted by insertion. */
    private static final int FEW = 48;

    private final SortColumn[] columns;

    /** The keys' indices, in order when it is done. */
    private final int[] order;

    /** The words of the keys at the same places in {@link #order}. */
    private final long[] words;

    private final int[] orderBuffer;
    private final long[] wordBuffer;

    private ColumnSort(SortColumn[] columns, int size) {
        this.columns = columns;
        this.order = new int[size];
        this.words = new long[size];
        this.orderBuffer = new int[size];
        this.wordBuffer = new long[size];
    }

    /**
     * The indices of the keys in ascending order.
     *
     * @param backwards whether of equal keys the last comes first
     * @return null when the keys are of other kinds
     */
    static int[] orderOrNull(Object[] keys, int size, boolean backwards) {
        SortColumn[] columns = columnsOrNull(keys, size);
        if (columns == null) {
            return null;
        }
        ColumnSort sort = new ColumnSort(columns, size);
        for (int i = 0; i < size; i++) {
            sort.order[i] = backwards ? size - 1 - i : i;
        }
        sort.sort(0, size, 0, 0);
        return sort.order;
    }

    private static SortColumn[] columnsOrNull(Object[] keys, int size) {
        if (!(keys[0] instanceof PyTuple first)) {
            SortColumn column = SortColumn.ofOrNull(keys, size);
            return column == null ? null : new SortColumn[] {column};
        }
        int width = first.items.length;
        for (int i = 0; i < size; i++) {
            if (!(keys[i] instanceof PyTuple t)
                    || t.type() != TupleType.TYPE
                    || t.items.length != width) {
                return null;
            }
        }
        SortColumn[] columns = new SortColumn[width];
        Object[] items = new Object[size];
        for (int c = 0; c < width; c++) {
            for (int i = 0; i < size; i++) {
                items[i] = ((PyTuple) keys[i]).items[c];
            }
            columns[c] = SortColumn.ofOrNull(items, size);
            if (columns[c] == null) {
                return null;
            }
        }
        return columns;
    }

    /** Sorts a part of the keys, which are equal in all that comes before this word. */
    private void sort(int from, int to, int column, int word) {
        int start = from;
        int c = column;
        int w = word;
        while (c < columns.length && to - start > 1) {
            SortColumn by = columns[c];
            long varying = load(by, start, to, w);
            if (varying != 0) {
                sortWords(start, to, varying);
                start = sortTies(start, to, c, w);
            }
            // What is left are ties.
            if (by.goesOn(order[start], w)) {
                w++;
            } else {
                c++;
                w = 0;
            }
        }
    }

    /** Sorts all runs of equal words by what follows, but the last; where that one begins. */
    private int sortTies(int from, int to, int column, int word) {
        int start = from;
        for (int i = from + 1; i < to; i++) {
            if (words[i] != words[start]) {
                if (i - start > 1) {
                    boolean goesOn = columns[column].goesOn(order[start], word);
                    sort(start, i, goesOn ? column : column + 1, goesOn ? word + 1 : 0);
                }
                start = i;
            }
        }
        return start;
    }

    /** Reads the words of a part; the bits in which they differ. */
    private long load(SortColumn by, int from, int to, int word) {
        long varying = 0;
        long first = by.word(order[from], word);
        for (int i = from; i < to; i++) {
            long value = by.word(order[i], word);
            words[i] = value;
            varying |= value ^ first;
        }
        return varying;
    }

    private void sortWords(int from, int to, long varying) {
        if (isAscending(from, to)) {
            return;
        }
        if (to - from < FEW) {
            insertionSort(from, to);
            return;
        }
        for (int shift = 0; shift < Long.SIZE; shift += 8) {
            if ((varying >>> shift & 0xff) != 0) {
                distribute(from, to, shift);
            }
        }
    }

    private boolean isAscending(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (words[i] < words[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long word = words[i];
            int key = order[i];
            int at = i;
            while (at > from && words[at - 1] > word) {
                words[at] = words[at - 1];
                order[at] = order[at - 1];
                at--;
            }
            words[at] = word;
            order[at] = key;
        }
    }

    /** Sorts by one byte of the words, stably. */
    private void distribute(int from, int to, int shift) {
        // Words are signed.
        int flip = shift == Long.SIZE - 8 ? 0x80 : 0;
        int[] ends = new int[256];
        for (int i = from; i < to; i++) {
            ends[(int) (words[i] >>> shift & 0xff) ^ flip]++;
        }
        int end = from;
        for (int i = 0; i < ends.length; i++) {
            int count = ends[i];
            ends[i] = end;
            end += count;
        }
        for (int i = from; i < to; i++) {
            long word = words[i];
            int at = ends[(int) (word >>> shift & 0xff) ^ flip]++;
            wordBuffer[at] = word;
            orderBuffer[at] = order[i];
        }
        System.arraycopy(wordBuffer, from, words, from, to - from);
        System.arraycopy(orderBuffer, from, order, from, to - from);
    }
}
