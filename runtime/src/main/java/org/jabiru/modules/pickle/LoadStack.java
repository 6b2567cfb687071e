package org.jabiru.modules.pickle;

import java.util.Arrays;

/** The stack of an unpickler; marks divide it, and nothing is taken from below the last one. */
final class LoadStack {
    private Object[] items = new Object[32];
    private int size;
    private int[] marks = {};
    private int markCount;

    private int fence() {
        return markCount == 0 ? 0 : marks[markCount - 1];
    }

    private void require(int count) {
        if (size - fence() < count) {
            throw PickleErrors.unpickling(
                    markCount > 0 ? "unexpected MARK found" : "unpickling stack underflow");
        }
    }

    void push(Object o) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = o;
    }

    Object pop() {
        require(1);
        Object o = items[--size];
        items[size] = null;
        return o;
    }

    Object top() {
        require(1);
        return items[size - 1];
    }

    void setTop(Object o) {
        require(1);
        items[size - 1] = o;
    }

    /** Takes the topmost items, in the order in which they were pushed. */
    Object[] pop(int count) {
        require(count);
        Object[] out = Arrays.copyOfRange(items, size - count, size);
        Arrays.fill(items, size - count, size, null);
        size -= count;
        return out;
    }

    void mark() {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, 2 * markCount + 20);
        }
        marks[markCount++] = size;
    }

    /** Takes everything above the last mark, and the mark. */
    Object[] popMark() {
        if (markCount == 0) {
            throw PickleErrors.unpickling("could not find MARK");
        }
        Object[] out = pop(size - fence());
        markCount--;
        return out;
    }

    /** How many marks there is room for. */
    int roomForMarks() {
        return marks.length;
    }

    /** The operation POP: an item, or a mark that has nothing above it. */
    void popItemOrMark() {
        if (markCount > 0 && marks[markCount - 1] == size) {
            markCount--;
        } else {
            pop();
        }
    }
}
