package org.jabiru.builtins.list;

import org.jabiru.bytecode.CallEach;
import org.jabiru.object.Errors;

/**
 * {@code list.sort}: a stable merge sort of natural runs that asks for {@code <} only, and that any
 * answer of {@code __lt__} leaves with the same items in some order.
 */
public final class ListSort {
    /** Shorter runs are extended to this length by binary insertion. */
    private static final int MIN_RUN = 32;

    private final ItemOrder order;

    /** So many and not more are sorted by what their keys hold, where that can be done. */
    private static final int MANY = 64;

    /** ColumnSort needs some 30 bytes for each key, and 60 more for a str. */
    private static final int MOST = 1 << 22;

    /** What is compared. */
    private final Object[] keys;

    /** What is moved along with the keys; null without a key function. */
    private final Object[] values;

    private final Object[] keyBuffer;
    private final Object[] valueBuffer;

    private ListSort(Object[] keys, Object[] values, int size) {
        this.keys = keys;
        this.values = values;
        this.order = ItemOrder.of(keys, size);
        this.keyBuffer = new Object[size / 2 + 1];
        this.valueBuffer = values == null ? null : new Object[size / 2 + 1];
    }

    /**
     * Sorts a list. While it runs, the list is empty to everyone else.
     *
     * @param key the key function, or null
     * @throws org.jabiru.object.PyException what comparing raises; ValueError when the list was
     *     changed meanwhile. The list then holds its items in some order.
     */
    public static void sort(PyList list, Object key, boolean reverse) {
        Object[] items = list.backing();
        int size = list.size();
        list.clear();
        Object[] marker = list.backing();
        boolean modified;
        try {
            sort(items, size, key, reverse);
        } finally {
            modified = list.size() != 0 || list.backing() != marker;
            list.setBacking(items, size);
        }
        if (modified) {
            throw Errors.valueError("list modified during sort");
        }
    }

    /** Sorts the first items of an array, as {@link #sort(PyList, Object, boolean)} does. */
    public static void sort(Object[] items, int size, Object key, boolean reverse) {
        Object[] keys = items;
        if (key != null) {
            keys = new Object[size];
            CallEach.call(key, items, keys, size);
        }
        if (size < 2) {
            return;
        }
        if (size >= MANY && size <= MOST) {
            int[] order = ColumnSort.orderOrNull(keys, size, reverse);
            if (order != null) {
                arrange(items, order, reverse);
                return;
            }
        }
        Object[] values = key == null ? null : items;
        // Reversing before and after keeps equal items in their order.
        try {
            if (reverse) {
                reverse(keys, values, 0, size);
            }
            new ListSort(keys, values, size).run(size);
        } finally {
            if (reverse) {
                reverse(keys, values, 0, size);
            }
        }
    }

    private static void arrange(Object[] items, int[] order, boolean reverse) {
        int size = order.length;
        Object[] arranged = new Object[size];
        for (int i = 0; i < size; i++) {
            arranged[i] = items[order[reverse ? size - 1 - i : i]];
        }
        System.arraycopy(arranged, 0, items, 0, size);
    }

    private static void reverse(Object[] keys, Object[] values, int from, int to) {
        ListItems.reverse(keys, from, to);
        if (values != null) {
            ListItems.reverse(values, from, to);
        }
    }

    private void run(int size) {
        int[] starts = new int[64];
        int[] ends = new int[64];
        int depth = 0;
        for (int from = 0; from < size; ) {
            int to = naturalRun(from, size);
            int wanted = Math.min(size, from + MIN_RUN);
            if (to < wanted) {
                insertionSort(from, to, wanted);
                to = wanted;
            }
            starts[depth] = from;
            ends[depth] = to;
            depth++;
            // Runs on the stack shrink by at least half each, so that it stays short.
            while (depth > 1
                    && ends[depth - 2] - starts[depth - 2]
                            <= 2 * (ends[depth - 1] - starts[depth - 1])) {
                merge(starts[depth - 2], ends[depth - 2], ends[depth - 1]);
                ends[depth - 2] = ends[depth - 1];
                depth--;
            }
            from = to;
        }
        while (depth > 1) {
            merge(starts[depth - 2], ends[depth - 2], ends[depth - 1]);
            ends[depth - 2] = ends[depth - 1];
            depth--;
        }
    }

    /** The end of the run that starts here: ascending, or strictly descending and then reversed. */
    private int naturalRun(int from, int size) {
        int to = from + 1;
        if (to == size) {
            return to;
        }
        if (order.less(keys[to], keys[from])) {
            to++;
            while (to < size && order.less(keys[to], keys[to - 1])) {
                to++;
            }
            reverse(keys, values, from, to);
        } else {
            to++;
            while (to < size && !order.less(keys[to], keys[to - 1])) {
                to++;
            }
        }
        return to;
    }

    private void insertionSort(int from, int sorted, int to) {
        for (int i = sorted; i < to; i++) {
            Object key = keys[i];
            int at = upperBound(key, from, i);
            System.arraycopy(keys, at, keys, at + 1, i - at);
            keys[at] = key;
            if (values != null) {
                Object value = values[i];
                System.arraycopy(values, at, values, at + 1, i - at);
                values[at] = value;
            }
        }
    }

    /** The first position in a sorted part whose key is greater. */
    private int upperBound(Object key, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (order.less(key, keys[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The first position in a sorted part whose key is not less. */
    private int lowerBound(Object key, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (order.less(keys[middle], key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void merge(int left, int middle, int right) {
        if (!order.less(keys[middle], keys[middle - 1])) {
            return;
        }
        int from = upperBound(keys[middle], left, middle - 1);
        int to = lowerBound(keys[middle - 1], middle + 1, right);
        if (middle - from <= to - middle) {
            mergeForward(from, middle, to);
        } else {
            mergeBackward(from, middle, to);
        }
    }

    /** Merges with the left part in the buffer; what is left in it always fits the gap. */
    private void mergeForward(int left, int middle, int right) {
        int count = middle - left;
        load(left, count);
        int i = 0;
        int j = middle;
        int out = left;
        try {
            while (i < count && j < right) {
                if (order.less(keys[j], keyBuffer[i])) {
                    move(j++, out++);
                } else {
                    store(i++, out++);
                }
            }
        } finally {
            while (i < count) {
                store(i++, out++);
            }
        }
    }

    /** Merges from the end, with the right part in the buffer. */
    private void mergeBackward(int left, int middle, int right) {
        int count = right - middle;
        load(middle, count);
        int i = middle - 1;
        int j = count - 1;
        int out = right - 1;
        try {
            while (i >= left && j >= 0) {
                if (order.less(keyBuffer[j], keys[i])) {
                    move(i--, out--);
                } else {
                    store(j--, out--);
                }
            }
        } finally {
            while (j >= 0) {
                store(j--, out--);
            }
        }
    }

    private void load(int from, int count) {
        System.arraycopy(keys, from, keyBuffer, 0, count);
        if (values != null) {
            System.arraycopy(values, from, valueBuffer, 0, count);
        }
    }

    private void move(int from, int to) {
        keys[to] = keys[from];
        if (values != null) {
            values[to] = values[from];
        }
    }

    private void store(int from, int to) {
        keys[to] = keyBuffer[from];
        if (values != null) {
            values[to] = valueBuffer[from];
        }
    }
}
